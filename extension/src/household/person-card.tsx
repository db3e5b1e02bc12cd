/** One person: name, age, place in a tax unit, and what is stated of them. */
import type { TranslationBundle } from '@jupyterlab/translation'
import { NumberField } from '../panel/number-field.tsx'
import { useServices } from '../react/services.tsx'
import type { Household, Person, Place, Role } from './household.ts'
import type { HouseholdModel } from './household-model.ts'
import { withName, withoutPerson, withRole } from './household-text.ts'
import { NameField } from './name-field.tsx'
import { StatedInputs } from './stated-inputs.tsx'
import type { Inputs } from './use-inputs.ts'

export interface PersonCardProps {
  readonly model: HouseholdModel
  readonly household: Household
  readonly person: Person
  readonly inputs: Inputs
}

/** Taken where a head or spouse has none; law/us/situations.yaml. */
const ADULT_AGE = 40

export function PersonCard({ model, household, person, inputs }: PersonCardProps) {
  const { trans } = useServices()
  const { name, role, values } = person
  const age: Place = { group: 'people', record: name, input: 'age' }
  const others = household.people.filter(one => one.name !== name)
  return (
    <article className="rl-Card" aria-label={name}>
      <div className="rl-Row">
        <NameField
          name={name}
          taken={new Set(others.map(one => one.name))}
          onEnter={entered => model.edit(withName(model.text, name, entered))}
        />
        <button
          type="button"
          className="rl-Link"
          aria-label={trans.__('Remove %1', name)}
          disabled={others.length === 0}
          title={others.length === 0 ? trans.__('A household has somebody in it') : undefined}
          onClick={() => model.edit(withoutPerson(model.text, name))}
        >
          {trans.__('remove')}
        </button>
      </div>
      <div className="rl-Row rl-Traits">
        <span>
          {trans.__('Age')}
          <NumberField
            label={trans.__('Age of %1', name)}
            value={Number(model.valueAt(age) ?? (role === 'dependent' ? 0 : ADULT_AGE))}
            unit="year"
            onType={typed => (typed === undefined ? model.takeBack() : model.move(age, Math.round(typed)))}
            onEnter={entered => {
              model.move(age, Math.round(entered))
              model.commit()
            }}
          />
        </span>
        <RoleSelect model={model} household={household} person={person} />
      </div>
      <StatedInputs
        model={model}
        group="people"
        record={name}
        names={Object.keys(values).filter(input => input !== 'age')}
        inputs={inputs}
      />
    </article>
  )
}

function RoleSelect({ model, household: { units }, person }: Omit<PersonCardProps, 'inputs'>) {
  const { trans } = useServices()
  const { name, role, unit } = person
  const isAlone = units.some(one => one.name === unit && !one.spouse && one.dependents.length === 0)
  const set = (chosen: string) => {
    const [to, ...of] = chosen.split(' ')
    model.edit(withRole(model.text, name, to as Role, of.length === 0 ? undefined : of.join(' ')))
  }
  const roles: readonly Role[] = ['head', 'spouse', 'dependent']
  return (
    <select
      aria-label={trans.__('Role of %1 in the tax unit', name)}
      value={`${role} ${unit}`}
      onChange={event => set(event.target.value)}
    >
      {units.flatMap(one =>
        roles
          .filter(to => !(isAlone && one.name === unit && to !== 'head'))
          .map(to => (
            <option key={`${to} ${one.name}`} value={`${to} ${one.name}`}>
              {units.length > 1 ? trans.__('%1 of %2', roleWords(trans)[to], one.name) : roleWords(trans)[to]}
            </option>
          )),
      )}
      {!isAlone && <option value="head">{trans.__('files alone')}</option>}
    </select>
  )
}

const roleWords = (trans: TranslationBundle): Readonly<Record<Role, string>> => ({
  head: trans.__('head'),
  spouse: trans.__('spouse'),
  dependent: trans.__('dependent'),
})
