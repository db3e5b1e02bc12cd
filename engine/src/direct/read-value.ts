import type { DescribedEntity, LawDescription } from './law-description.ts'
import type { SituationValue } from './situation.ts'
import { refuseSituation, suggestion } from './situation-error.ts'

/** A stated value of an input, checked against the input's type. */
export function readValue(
  law: LawDescription,
  entity: DescribedEntity,
  name: string,
  value: unknown,
  place: string,
): SituationValue {
  const definition = law.variables.get(name)
  if (!definition) {
    const known = [...law.variables].filter(([, v]) => v.entity === entity.name && v.kind === 'input')
    return refuseSituation(
      place,
      `there is no variable "${name}"`,
      suggestion(
        name,
        known.map(([n]) => n),
      ),
    )
  }
  if (definition.entity !== entity.name)
    refuseSituation(
      place,
      `"${name}" belongs to a ${definition.entity}`,
      `State it for a ${definition.entity}.`,
    )
  if (definition.kind === 'variable')
    refuseSituation(place, `"${name}" is computed by the law`, 'Leave it out, or write null to ask for it.')
  const { type } = definition
  const domain = law.enums.get(type)
  if (domain) {
    if (typeof value !== 'string' || !domain.values.includes(value))
      refuseSituation(place, `${shown(value)} is not a ${type}`, suggestion(String(value), domain.values))
    return value
  }
  if (type === 'bool') {
    if (typeof value !== 'boolean')
      refuseSituation(place, `${shown(value)} is not a condition`, 'Give true or false.')
    return value
  }
  if (typeof value !== 'number' || !Number.isFinite(value))
    refuseSituation(place, `${shown(value)} is not a finite number`, 'Give a number.')
  if (type === 'integer' && !Number.isInteger(value))
    refuseSituation(place, `${shown(value)} is not a whole number`, 'Give a whole number.')
  return value
}

const shown = (value: unknown) =>
  typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value)).slice(0, 60)
