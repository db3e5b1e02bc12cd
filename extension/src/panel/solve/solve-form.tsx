/** "Solve for": the value of a number of the law at which the budget changes by a certain amount. */
import { type FormEvent, useState } from 'react'
import { moneyScale } from '../../impact/money-scale.ts'
import { signedMoneyOf, signOf } from '../../impact/numbers.ts'
import { parseField, valueText } from '../../parameters/unit.ts'
import { useServices } from '../../react/services.tsx'
import { useValueWords } from '../value-words.ts'
import { type SearchState, type SearchSubject, useSearch } from './use-search.ts'

export interface SolveFormProps extends SearchSubject {
  readonly label: string
}

/** Before there are outcomes. */
const NOTHING = { programmes: [], currency: 'USD' }

export function SolveForm({ label, ...subject }: SolveFormProps) {
  const { trans } = useServices()
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="rl-Solve">
      <button
        type="button"
        className="rl-Link"
        aria-expanded={isOpen}
        aria-label={trans.__('Solve %1 for a budget', label)}
        title={trans.__('Find the value at which the budget changes by what you say')}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? trans.__('close') : trans.__('solve for …')}
      </button>
      {isOpen && <Search label={label} {...subject} />}
    </div>
  )
}

function Search({ label, ...subject }: SolveFormProps) {
  const { trans } = useServices()
  const { state, find, cancel } = useSearch(subject)
  const { impact } = subject.model.outcomes
  const { one, short, words } = moneyScale(impact ?? NOTHING, trans)
  const [typed, setTyped] = useState(() => ((impact?.budget.total ?? 0) / one).toFixed(1))
  const target = parseField(typed, '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (target !== undefined) void find(target * one, one / 100)
  }
  const isLooking = state.kind === 'looking'
  return (
    <form className="rl-SolveForm" onSubmit={submit}>
      <label>
        {trans.__('Budget changes by')}
        <span className="rl-Entry">
          <span aria-hidden="true">{signOf((impact ?? NOTHING).currency)}</span>
          <input
            // biome-ignore lint/a11y/noAutofocus: it has just been asked for.
            autoFocus
            className="rl-Field"
            type="text"
            inputMode="decimal"
            size={7}
            aria-label={trans.__('%1: change of the budget, %2 a year', label, words)}
            aria-invalid={target === undefined}
            value={typed}
            disabled={isLooking}
            onChange={event => setTyped(event.target.value)}
          />
          <span aria-hidden="true">{short}</span>
        </span>
      </label>
      {isLooking ? (
        <button type="button" className="rl-Button" onClick={cancel}>
          {trans.__('Cancel')}
        </button>
      ) : (
        <button type="submit" className="rl-Button" disabled={target === undefined}>
          {trans.__('Find')}
        </button>
      )}
      <SearchWords state={state} {...subject} />
    </form>
  )
}

/** How the search stands, in words. */
function SearchWords({ state, unit, scale, model }: { readonly state: SearchState } & SearchSubject) {
  const { trans } = useServices()
  const words = useValueWords()
  const text = (value: number) => valueText(value, unit, words)
  const budget = (amount: number) => signedMoneyOf(amount, (model.outcomes.impact ?? NOTHING).currency)
  const say = () => {
    if (state.kind === 'asking')
      return trans.__(
        'Looks between %1 and %2; minus is what government pays.',
        text(scale.min),
        text(scale.max),
      )
    if (state.kind === 'looking') return trans.__('Trying the %1. value …', state.tried)
    if (state.kind === 'failed')
      return trans.__('It could not be found: %1', state.message || trans.__('the engine does not answer.'))
    const { found, target } = state
    if (found.kind === 'found')
      return trans.__('%1 changes the budget by %2.', text(found.value), budget(found.outcome))
    if (found.kind === 'jump')
      return trans.__(
        'No value gives exactly %1: near %2 the budget jumps over it. Nothing was changed.',
        budget(target),
        text(found.value),
      )
    return trans.__(
      'No value between %1 and %2 gives %3: the budget changes by %4 to %5. Nothing was changed.',
      text(scale.min),
      text(scale.max),
      budget(target),
      budget(found.least),
      budget(found.most),
    )
  }
  return (
    <p className="rl-Sub" role="status">
      {say()}
    </p>
  )
}
