import type { Impact } from '../engine/api-types.ts'
import { useServices } from '../react/services.tsx'
import { headlines } from './headlines.ts'

/** The headline numbers side by side. */
export function HeadlineRow({ impact }: { readonly impact: Impact }) {
  const { trans } = useServices()
  return (
    <dl className="rl-Headlines">
      {headlines(impact, trans).map(({ name, label, value, notes, tone }) => (
        <div key={name} data-headline={name}>
          <dt>{label}</dt>
          <dd data-tone={tone}>{value}</dd>
          {notes.map((note, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a note is its place.
            <dd key={index} className="rl-Sub">
              {note}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
