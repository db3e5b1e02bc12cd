import { citationText, citationUrl } from '../parameters/citation.ts'
import { useServices } from '../react/services.tsx'

/** A legal reference, and the way to read it where there is one. */
export function Citation({ reference }: { readonly reference: string }) {
  const { trans } = useServices()
  const url = citationUrl(reference)
  if (url === undefined) return <span className="rl-Sub">{citationText(reference)}</span>
  return (
    <a className="rl-Law" href={url} target="_blank" rel="noreferrer" title={trans.__('Read the law')}>
      {reference}
      <span aria-hidden="true"> ↗</span>
    </a>
  )
}
