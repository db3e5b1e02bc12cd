/** A parameter of several leaves as the table a statute prints: a row each, and a slider for the row in hand. */
import { type ReactNode, useState } from 'react'
import type { Parameter } from '../engine/api-types.ts'
import type { SliderScale } from '../parameters/slider-scale.ts'
import { unitOf, valueText } from '../parameters/unit.ts'
import { useServices } from '../react/services.tsx'
import { keyName, parted } from './leaf-names.ts'
import { NumberField } from './number-field.tsx'
import { SliderControl } from './slider-control.tsx'
import { SwitchControl } from './switch-control.tsx'
import { useValueWords } from './value-words.ts'

export type Leaf = Parameter['leaves'][number]

export interface LeafTableProps {
  readonly parameter: Parameter
  readonly year: number
  readonly isDisabled: boolean
  valueAt(leaf: Leaf): number | boolean
  onMove(leaf: Leaf, value: number | boolean): void
  onRest(): void
  /** What stands below the slider of a leaf. */
  below(leaf: Leaf, label: string, scale: SliderScale): ReactNode
}

export function LeafTable({ parameter, year, isDisabled, valueAt, onMove, onRest, below }: LeafTableProps) {
  const { trans } = useServices()
  const words = useValueWords()
  const { leaves, unit, label } = parameter
  const columns = [...new Set(leaves.map(({ key }) => parted(key).column))]
  const changed = leaves.find(leaf => valueAt(leaf) !== leaf.values[year])
  const [column, setColumn] = useState(parted((changed ?? leaves[0]!).key).column)
  const rows = leaves.filter(({ key }) => parted(key).column === column)
  const [chosen, setChosen] = useState((changed ?? rows[0]!).path)
  const inHand = rows.find(({ path }) => path === chosen) ?? rows[0]!
  const baselineOf = (leaf: Leaf) => leaf.values[year] ?? valueAt(leaf)
  const nameOf = (leaf: Leaf) => keyName(parted(leaf.key).row, trans)
  const { before, after } = unitOf(unit)
  const baseline = baselineOf(inHand)
  return (
    <>
      {columns.length > 1 && (
        <label className="rl-Row">
          {trans.__('for')}
          <select value={column} onChange={event => setColumn(event.target.value)}>
            {columns.map(one => (
              <option key={one} value={one}>
                {keyName(one, trans)}
              </option>
            ))}
          </select>
        </label>
      )}
      <table className="rl-Leaves">
        <thead>
          <tr>
            <th scope="col">
              {before.trim() || after.trim() ? trans.__('in %1', before.trim() || after.trim()) : ''}
            </th>
            <th scope="col">{trans.__('reform')}</th>
            <th scope="col">{trans.__('law')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(leaf => {
            const value = valueAt(leaf)
            return (
              <tr key={leaf.path} aria-current={leaf === inHand} data-changed={value !== baselineOf(leaf)}>
                <th scope="row">
                  <button type="button" className="rl-Link" onClick={() => setChosen(leaf.path)}>
                    {nameOf(leaf)}
                  </button>
                </th>
                <td>
                  {typeof value === 'number' ? (
                    <NumberField
                      label={`${label}, ${nameOf(leaf)}`}
                      value={value}
                      unit={unit}
                      isDisabled={isDisabled}
                      onFocus={() => setChosen(leaf.path)}
                      onEnter={entered => {
                        onMove(leaf, entered)
                        onRest()
                      }}
                    />
                  ) : (
                    valueText(value, unit, words)
                  )}
                </td>
                <td className="rl-Baseline">{valueText(baselineOf(leaf), unit, words)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {typeof baseline === 'number' ? (
        <SliderControl
          key={inHand.path}
          parameter={parameter}
          lawValues={lawValuesOf(inHand)}
          label={`${label}, ${nameOf(inHand)}`}
          baseline={baseline}
          value={Number(valueAt(inHand))}
          isDisabled={isDisabled}
          hasField={false}
          onMove={value => onMove(inHand, value)}
          onRest={onRest}
          below={scale => below(inHand, `${label}, ${nameOf(inHand)}`, scale)}
        />
      ) : (
        <SwitchControl
          label={`${label}, ${nameOf(inHand)}`}
          baseline={baseline}
          value={Boolean(valueAt(inHand))}
          isDisabled={isDisabled}
          onSet={value => {
            onMove(inHand, value)
            onRest()
          }}
        />
      )}
    </>
  )
}

/** Numbers the law has had; from its own years, not those it is indexed to later. */
export function lawValuesOf({ values }: Leaf): number[] {
  return Object.values(values).filter(value => typeof value === 'number')
}
