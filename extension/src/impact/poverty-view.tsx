/** Who is poor by each line, before and after. */
import type { TranslationBundle } from '@jupyterlab/translation'
import type { Impact } from '../engine/api-types.ts'
import { useServices } from '../react/services.tsx'
import type { Table } from './charts/figure.ts'
import { DataTable } from './data-table.tsx'
import { decimal, margin, percent, signedDecimal } from './numbers.ts'

type Line = Impact['poverty'][number]

export function PovertyView({ poverty }: Pick<Impact, 'poverty'>) {
  const { trans } = useServices()
  return (
    <>
      {poverty.map(line => (
        <section key={`${line.name} ${line.line}`}>
          <h3>{`${line.label}, ${lineNames(trans)[line.line]}`}</h3>
          <p className="rl-Sub">{line.note}</p>
          <DataTable caption={line.label} table={povertyTable(line, trans)} />
        </section>
      ))}
    </>
  )
}

const lineNames = (trans: TranslationBundle): Readonly<Record<Line['line'], string>> => ({
  law: trans.__('each law’s own line'),
  anchored: trans.__('line as it was before'),
  contemporaneous: trans.__('line moves with incomes'),
})

function povertyTable({ groups }: Line, trans: TranslationBundle): Table {
  return {
    columns: [
      trans.__('Group'),
      trans.__('Poor, law'),
      trans.__('Poor, reform'),
      trans.__('Change, points'),
      trans.__('95 % interval ±'),
      trans.__('Change, thousand people'),
    ],
    rows: groups.map(({ label, rate, poor }) => {
      const found = margin(rate.standardError.change)
      return [
        label,
        rate.baseline === null ? '–' : percent(rate.baseline, 2),
        rate.reform === null ? '–' : percent(rate.reform, 2),
        rate.change === null ? '–' : signedDecimal(rate.change * 100, 2),
        found === undefined ? '–' : decimal(found * 100, 2),
        signedDecimal(poor.change / 1000, 0),
      ]
    }),
  }
}
