import type { Headline } from './headlines.ts'

/** Headline numbers side by side, each with its notes below. */
export function HeadlineList({ headlines }: { readonly headlines: readonly Headline[] }) {
  return (
    <dl className="rl-Headlines">
      {headlines.map(({ name, label, value, notes, tone }) => (
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
