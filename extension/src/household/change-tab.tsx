/** "Why did my tax change": asked while this tab is open. */
import type { TranslationBundle } from '@jupyterlab/translation'
import { useEffect } from 'react'
import { Pending } from '../react/pending.tsx'
import { useServices } from '../react/services.tsx'
import { ChangeLines } from './change-lines.tsx'
import type { HouseholdModel } from './household-model.ts'

export function ChangeTab({ model }: { readonly model: HouseholdModel }) {
  const { trans } = useServices()
  const { explained } = model
  const { change } = model.answers
  useEffect(() => {
    model.explain(model.explained, true)
    return () => model.explain(model.explained, false)
  }, [model])
  if (!model.hasReform)
    return (
      <p>
        {trans.__(
          'There is nothing to explain: no reform is open, or it changes nothing. Open or make a reform file, change the law in it, and what that does to this household is explained here.',
        )}
      </p>
    )
  return (
    <>
      <label className="rl-Along">
        <span>{trans.__('What changes')}</span>
        <select value={explained} onChange={event => model.explain(event.target.value, true)}>
          {explainable(trans).map(([name, label]) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <Pending
        answers={model.answers}
        name="change"
        state={change}
        doing={trans.__('Explaining the change …')}
      />
      {change.answer && <ChangeLines change={change.answer} />}
    </>
  )
}

const explainable = (trans: TranslationBundle): readonly (readonly [string, string])[] => [
  ['income_tax', trans.__('Income tax')],
  ['payroll_tax', trans.__('Payroll taxes')],
  ['combined_tax', trans.__('All taxes')],
  ['household_net_income', trans.__('Net income')],
]
