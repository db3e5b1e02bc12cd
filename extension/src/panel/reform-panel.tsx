/** The reform as a short list of changes, each with its control; every change is computed while it is made. */
import { useEffect, useRef, useState } from 'react'
import { AllowedFieldset } from '../react/allowed-fieldset.tsx'
import { useServices } from '../react/services.tsx'
import { UndoButtons } from '../react/undo-buttons.tsx'
import { useVersion } from '../react/use-version.ts'
import type { ReformModel } from '../reform/reform-model.ts'
import { ChangeCard } from './change-card.tsx'
import { FormulaCards } from './formula-cards.tsx'
import { ParameterSearch } from './parameter-search.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { SessionNotice } from './session-notice.tsx'
import { SubjectChoosers } from './subject-choosers.tsx'
import { TitleField } from './title-field.tsx'
import { FORMULAS, useBudgetShares } from './use-budget-shares.ts'
import { useParameters } from './use-parameters.ts'

export interface ReformPanelProps {
  readonly model: ReformModel
  readonly insertCell?: React.ReactNode
  onCompare(): void
}

export function ReformPanel({ model, insertCell, onCompare }: ReformPanelProps) {
  useVersion(model)
  const { engine, trans } = useServices()
  const { year } = model.subject
  const parameters = useParameters(model.leaves)
  const shares = useBudgetShares(model, parameters)
  const cards = useRef<HTMLDivElement>(null)
  const [added, setAdded] = useState<string>()
  useEffect(() => {
    const card = added && cards.current?.querySelector<HTMLElement>(`[data-path="${added}"]`)
    if (!card) return
    card.scrollIntoView({ block: 'nearest' })
    const control = (selector: string) => card.querySelector<HTMLElement>(selector)
    ;(control('input[type=range]') ?? control('[role=switch], input'))?.focus()
    setAdded(undefined)
  })
  const add = async (path: string) => {
    const { leaves } = await engine.parameters.get(path)
    model.add(leaves.map(leaf => leaf.path))
    setAdded(path)
  }
  const { problem } = model
  const { state } = model.outcomes
  return (
    <AllowedFieldset className="rl-Panel" problem={state.kind === 'failed' ? state.error : undefined}>
      <TitleField model={model} />
      <div className="rl-Row rl-Tools">
        <UndoButtons model={model} />
        {insertCell}
        <button
          type="button"
          className="rl-Button"
          title={trans.__('See what the open reforms do, side by side')}
          onClick={onCompare}
        >
          {trans.__('Compare')}
        </button>
      </div>
      <SubjectChoosers model={model} subject={model.subject} />
      <ParameterSearch year={year} onChoose={path => void add(path).catch(() => {})} />
      <SessionNotice model={model} />
      {problem && <ProblemNotice problem={problem} />}
      <FormulaCards model={model} share={shares.get(FORMULAS)} />
      <div className="rl-Row">
        <h2>{trans.__('Changes (%1)', parameters.length)}</h2>
        {parameters.length + model.said.formulas.length > 0 && (
          <button type="button" className="rl-Link" onClick={() => void model.resetAll()}>
            {trans.__('reset all')}
          </button>
        )}
      </div>
      {parameters.length + model.said.formulas.length === 0 && !problem && (
        <p className="rl-Sub">
          {trans.__(
            'This is the law as it stands. Find a parameter above and change it; outcomes move while you do.',
          )}
        </p>
      )}
      <div ref={cards}>
        {parameters.map(parameter => (
          <div key={parameter.path} data-path={parameter.path}>
            <ChangeCard model={model} parameter={parameter} share={shares.get(parameter.path)} />
          </div>
        ))}
      </div>
    </AllowedFieldset>
  )
}
