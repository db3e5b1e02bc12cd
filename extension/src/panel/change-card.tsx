/** One parameter that the reform changes: the law's own words and citation, what it says and would say, and a way back. */
import { useMemo } from 'react'
import type { Parameter } from '../engine/api-types.ts'
import type { SliderScale } from '../parameters/slider-scale.ts'
import { useServices } from '../react/services.tsx'
import type { ReformModel } from '../reform/reform-model.ts'
import { Citation } from './citation.tsx'
import { HistoryChart } from './history-chart.tsx'
import { type Leaf, LeafTable, lawValuesOf } from './leaf-table.tsx'
import { SliderControl } from './slider-control.tsx'
import { SolveForm } from './solve/solve-form.tsx'
import { SwitchControl } from './switch-control.tsx'
import { TermsRow } from './terms-row.tsx'

export interface ChangeCardProps {
  readonly model: ReformModel
  readonly parameter: Parameter
  /** What this change adds to the budget's, in words; undefined while that is not known. */
  readonly share?: string
}

export function ChangeCard({ model, parameter, share }: ChangeCardProps) {
  const { trans } = useServices()
  const { label, path, description, leaves, unit } = parameter
  const { year } = model.subject
  const values = model.values
  const valueAt = (leaf: Leaf) => values[leaf.path] ?? leaf.values[year]!
  const only = leaves.length === 1 ? leaves[0] : undefined
  const lawValues = useMemo(() => (only ? lawValuesOf(only) : []), [only])
  const isDisabled = leaves.some(leaf => leaf.values[year] === undefined)
  const changed = leaves.find(leaf => valueAt(leaf) !== leaf.values[year])
  const { said } = model
  const shown = changed ?? leaves.find(leaf => said.termsOf(leaf.path)) ?? leaves[0]!
  const terms = said.termsOf(shown.path)
  const isElsewhen = terms !== undefined && (year < terms.from || year > (terms.to ?? year))
  const rest = () => void model.commit(path)
  const solve = (leaf: Leaf, name: string, scale: SliderScale) => (
    <SolveForm
      key={leaf.path}
      {...{ model, unit, scale, label: name, leaf: leaf.path, value: Number(valueAt(leaf)) }}
    />
  )
  const common = { label, isDisabled, parameter, onRest: rest }
  return (
    <article className="rl-Card" aria-label={label}>
      <div className="rl-Row">
        <h3 title={description || path}>{label}</h3>
        <span className="rl-Actions">
          {share !== undefined && (
            <span
              className="rl-Sub"
              title={trans.__('What this change adds to the budget on top of those above it')}
            >
              {share}
            </span>
          )}
          <button
            type="button"
            className="rl-Link"
            aria-label={trans.__('Reset %1', label)}
            title={trans.__('Back to the law as it stands')}
            onClick={() => void model.reset(leaves.map(leaf => leaf.path))}
          >
            {trans.__('reset')}
          </button>
        </span>
      </div>
      <div className="rl-Row">
        <Citation reference={parameter.reference} />
        <HistoryChart
          unit={unit}
          values={shown.values}
          series={said.seriesOf(shown.path)}
          year={year}
          value={valueAt(shown)}
        />
      </div>
      {isDisabled && <p className="rl-Sub">{trans.__('The law has no value for %1.', year)}</p>}
      {isElsewhen && <p className="rl-Sub">{trans.__('In %1 this is what the law says.', year)}</p>}
      {only === undefined && (
        <LeafTable
          parameter={parameter}
          year={year}
          isDisabled={isDisabled}
          valueAt={valueAt}
          onMove={(leaf, value) => model.setValue(leaf.path, value)}
          onRest={rest}
          below={solve}
        />
      )}
      {only && typeof valueAt(only) === 'boolean' && (
        <SwitchControl
          {...common}
          baseline={only.values[year] === true}
          value={valueAt(only) === true}
          onSet={value => {
            model.setValue(only.path, value)
            rest()
          }}
        />
      )}
      {only && typeof valueAt(only) === 'number' && (
        <SliderControl
          {...common}
          lawValues={lawValues}
          baseline={Number(only.values[year])}
          value={Number(valueAt(only))}
          onMove={value => model.setValue(only.path, value)}
          below={scale => solve(only, label, scale)}
        />
      )}
      {!isDisabled && <TermsRow model={model} said={said} parameter={parameter} year={year} />}
    </article>
  )
}
