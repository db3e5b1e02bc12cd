import { citations } from '../parameters/citation.ts'
import { useServices } from '../react/services.tsx'

/** The first legal reference, and the way to read it where there is one; others are told by pointing at it. */
export function Citation({ reference }: { readonly reference: string }) {
  const { trans } = useServices()
  const all = citations(reference)
  const [first, ...others] = all
  if (!first) return <span />
  const hint = others.length > 0 ? all.map(({ text }) => text).join('\n') : undefined
  if (first.url === undefined)
    return (
      <span className="rl-Sub" title={hint}>
        {first.text}
      </span>
    )
  return (
    <a
      className="rl-Law"
      href={first.url}
      target="_blank"
      rel="noreferrer"
      title={hint ?? trans.__('Read the law')}
    >
      {first.text}
      <span aria-hidden="true"> ↗</span>
    </a>
  )
}
