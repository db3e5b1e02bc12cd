/** The household as a form: when and under which reform, who is in it, and what is stated of them. */
import { AllowedFieldset } from '../react/allowed-fieldset.tsx'
import { ListSearch } from '../react/list-search.tsx'
import { useServices } from '../react/services.tsx'
import { UndoButtons } from '../react/undo-buttons.tsx'
import { useAnswer } from '../react/use-answer.ts'
import type { Model, Variable } from './answer-types.ts'
import { freeName, type Household } from './household.ts'
import type { HouseholdModel } from './household-model.ts'
import { withInput, withPerson } from './household-text.ts'
import { PersonCard } from './person-card.tsx'
import { IN_FRONT, NONE } from './reform-choice.ts'
import { TakenFromPeople } from './taken-from-people.tsx'
import { UnitCard } from './unit-card.tsx'
import { type Addable, addable, type Inputs } from './use-inputs.ts'

export interface HouseholdFormProps {
  readonly model: HouseholdModel
  readonly household: Household
  readonly inputs: Inputs
}

/** Of somebody who is added. */
const CHILD_AGE = 5

export function HouseholdForm({ model, household, inputs }: HouseholdFormProps) {
  const { engine, trans } = useServices()
  const add = async ({ place, variable: { name, type } }: Addable) => {
    const isNumber = type === 'number' || type === 'integer'
    const start = isNumber
      ? 0
      : type === 'bool' || (await engine.client.ask<Variable>(`v1/variables/${name}`)).values![0]!
    model.edit(withInput(model.text, place, start))
  }
  return (
    <AllowedFieldset className="rl-Panel rl-HouseholdForm" problem={model.answers.household.problem}>
      <Subject model={model} />
      <ListSearch
        items={addable(household, inputs, trans)}
        label={trans.__('Find an income, an expense or another input')}
        placeholder={trans.__('Add: wages, mortgage interest, child care…')}
        listLabel={trans.__('Inputs')}
        nothing={trans.__('No input that is not stated yet has all of these words. Try fewer.')}
        onChoose={item => void add(item)}
      />
      <section aria-label={trans.__('People')}>
        {household.people.map(person => (
          <PersonCard key={person.name} model={model} household={household} person={person} inputs={inputs} />
        ))}
        <button
          type="button"
          className="rl-Button"
          onClick={() => {
            const name = freeName(household, trans.__('Person'))
            model.edit(withPerson(model.text, name, household.units[0]!.name, CHILD_AGE))
          }}
        >
          {trans.__('Add a person')}
        </button>
      </section>
      {household.units.map(unit => (
        <UnitCard key={unit.name} model={model} unit={unit} inputs={inputs} />
      ))}
      {model.answers.household.answer && (
        <TakenFromPeople assumptions={model.answers.household.answer.assumptions} inputs={inputs} />
      )}
    </AllowedFieldset>
  )
}

function Subject({ model }: { readonly model: HouseholdModel }) {
  const { engine, trans } = useServices()
  const models = useAnswer('models', () => engine.client.ask<readonly Model[]>('v1/models'))
  const { first, last } = models?.[0]?.years ?? { first: model.year, last: model.year }
  const { choice } = model
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  return (
    <>
      <div className="rl-Row rl-Tools">
        <UndoButtons model={model} />
      </div>
      <div className="rl-Choosers">
        <label>
          <span>{trans.__('Year')}</span>
          <select value={model.year} onChange={event => model.setYear(Number(event.target.value))}>
            {years.map(year => (
              <option key={year}>{year}</option>
            ))}
          </select>
        </label>
        <label>
          <span>{trans.__('Reform')}</span>
          <select value={choice.chosen} onChange={event => choice.choose(event.target.value)}>
            <option value={IN_FRONT}>
              {choice.reforms.length === 0
                ? trans.__('none is open: the law as it stands')
                : trans.__('the one that is open in front')}
            </option>
            {choice.reforms.map(({ path, title }) => (
              <option key={path} value={path}>
                {title}
              </option>
            ))}
            <option value={NONE}>{trans.__('the law as it stands')}</option>
          </select>
        </label>
      </div>
    </>
  )
}
