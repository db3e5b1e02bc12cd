/** The reforms as columns, their numbers as rows. */
import type { ReactNode } from 'react'
import { useServices } from '../react/services.tsx'
import type { CompareCell, CompareSection } from './compare-rows.ts'

export interface CompareTableProps {
  readonly columns: readonly { readonly key: string; readonly head: ReactNode }[]
  readonly sections: readonly CompareSection[]
}

export function CompareTable({ columns, sections }: CompareTableProps) {
  const { trans } = useServices()
  return (
    <div className="rl-CompareTable">
      <table className="rl-Table">
        <caption className="rl-VisuallyHidden">{trans.__('Reforms compared')}</caption>
        <thead>
          <tr>
            <td />
            {columns.map(({ key, head }) => (
              <th key={key} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {sections.map(({ title, rows }) => (
          <tbody key={title}>
            <tr className="rl-SectionRow">
              <th scope="rowgroup" colSpan={columns.length + 1}>
                {title}
              </th>
            </tr>
            {rows.map(({ name, depth, cells }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: parts of programmes may be called the same.
              <tr key={at}>
                <th scope="row" style={{ '--rl-depth': depth } as React.CSSProperties}>
                  {name}
                </th>
                {cells.map((cell, at) => (
                  <Cell key={columns[at]!.key} cell={cell} />
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function Cell({ cell }: { readonly cell: CompareCell | undefined }) {
  if (!cell) return <td>–</td>
  return (
    <td data-tone={cell.tone}>
      {cell.value}
      {cell.error !== '' && <span className="rl-Sub"> {cell.error}</span>}
    </td>
  )
}
