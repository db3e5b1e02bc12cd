/** Formulas that the reform replaces or adds, beside the law's own; they are written in the file. */
import { useState } from 'react'
import { useServices } from '../react/services.tsx'
import { useAnswer } from '../react/use-answer.ts'
import type { ReformFormula } from '../reform/formulas.ts'
import type { ReformModel } from '../reform/reform-model.ts'
import { Citation } from './citation.tsx'

interface LawVariable {
  readonly label: string
  readonly reference: string
  readonly text?: string
}

export interface FormulaCardsProps {
  readonly model: ReformModel
  /** What the formulas together add to the budget, in words; undefined while that is not known. */
  readonly share?: string
}

export function FormulaCards({ model, share }: FormulaCardsProps) {
  const { trans } = useServices()
  const { formulas } = model.said
  if (formulas.length === 0) return null
  return (
    <section aria-label={trans.__('Formulas')}>
      <div className="rl-Row">
        <h2>{trans.__('Formulas (%1)', formulas.length)}</h2>
        {share !== undefined && (
          <span className="rl-Sub" title={trans.__('What the formulas alone add to the budget')}>
            {share}
          </span>
        )}
      </div>
      {formulas.map(formula => (
        <FormulaCard key={formula.name} model={model} formula={formula} />
      ))}
    </section>
  )
}

function FormulaCard({ model, formula }: { readonly model: ReformModel; readonly formula: ReformFormula }) {
  const { engine, trans } = useServices()
  const { name, isNew } = formula
  const [isLaw, setLaw] = useState(false)
  const own = useAnswer<LawVariable | undefined>(`variable ${name} ${isNew}`, async () =>
    isNew ? undefined : engine.client.ask<LawVariable>(`v1/variables/${encodeURIComponent(name)}`),
  )
  const label = formula.label ?? own?.label ?? name.replaceAll('_', ' ')
  return (
    <article className="rl-Card" aria-label={label}>
      <div className="rl-Row">
        <h3 title={name}>{label}</h3>
        <span className="rl-Actions">
          {own?.text !== undefined && (
            <button type="button" className="rl-Link" aria-pressed={isLaw} onClick={() => setLaw(!isLaw)}>
              {isLaw ? trans.__('reform') : trans.__('law')}
            </button>
          )}
          <button
            type="button"
            className="rl-Link"
            aria-label={trans.__('Reset %1', label)}
            title={isNew ? trans.__('Take it out of the reform') : trans.__('Back to the law’s formula')}
            onClick={() => void model.resetFormulas([name])}
          >
            {trans.__('reset')}
          </button>
        </span>
      </div>
      <div className="rl-Row">
        {own ? <Citation reference={own.reference} /> : <span className="rl-Sub">{name}</span>}
        <span className="rl-Sub">
          {isNew
            ? trans.__('new')
            : isLaw
              ? trans.__('as the law has it')
              : trans.__('in place of the law’s')}
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys. */}
      <section className="rl-Formula" tabIndex={0} aria-label={trans.__('Formula of %1', label)}>
        <pre>{isLaw ? own?.text : formula.formula}</pre>
      </section>
    </article>
  )
}
