/**
 * The axes of a situation, as OpenFisca and PolicyEngine write them: groups of axes. Axes of one group move together, groups
 * against each other.
 */
import type { ArrangedSituation, Situation } from '../../direct/index.ts'
import { nearestNames, ReformlabError } from '../../errors/index.ts'
import type { Catalogue, CatalogueVariable } from '../catalogue.ts'

/** An input of one record from `min` to `max` in `count` steps. */
export interface Axis {
  readonly name: string
  readonly entity: string
  readonly record: string
  readonly row: number
  readonly min: number
  readonly max: number
  readonly count: number
}

/** Of each group the axes, of which there is at least one. */
export type AxisGroups = readonly (readonly Axis[])[]

export interface AxesContext {
  readonly catalogue: Catalogue
  readonly situation: Situation
  readonly arranged: ArrangedSituation
  readonly year: number
}

const known = ['name', 'min', 'max', 'count', 'index', 'period']

/** `stated` is a list of groups, or one group. Throws E_AXES. */
export function readAxes(stated: unknown, context: AxesContext): AxisGroups {
  if (!Array.isArray(stated) || stated.length === 0)
    throw refuse('axes', 'a list is expected', 'Write [[{ "name": …, "min": …, "max": …, "count": … }]].')
  const isOneGroup = !Array.isArray(stated[0])
  const groups = (isOneGroup ? [stated] : stated).map((group, i) => {
    const place = isOneGroup ? 'axes' : `axes[${i}]`
    if (!Array.isArray(group) || group.length === 0)
      throw refuse(place, 'a list of axes is expected', 'Write [{ "name": …, … }].')
    const axes = group.map((axis, k) => readAxis(axis, `${place}[${k}]`, context))
    const other = axes.findIndex(({ count }) => count !== axes[0]!.count)
    if (other > 0)
      throw refuse(
        `${place}[${other}].count`,
        `${axes[other]!.count} is not the ${axes[0]!.count} of the axis it moves with`,
        'Give axes of one group the same count, or put them in groups of their own.',
      )
    return axes
  })
  const all = groups.flat()
  const twice = all.find((axis, i) =>
    all.some((other, k) => k < i && other.name === axis.name && other.record === axis.record),
  )
  if (twice)
    throw refuse('axes', `"${twice.name}" of ${twice.record} is on two axes`, 'Leave one of them out.')
  return groups
}

function readAxis(stated: unknown, place: string, context: AxesContext): Axis {
  if (typeof stated !== 'object' || stated === null || Array.isArray(stated))
    throw refuse(place, 'an object is expected', 'Write { "name": …, "min": …, "max": …, "count": … }.')
  const axis = stated as Readonly<Record<string, unknown>>
  const strange = Object.keys(axis).find(key => !known.includes(key))
  if (strange !== undefined)
    throw refuse(`${place}.${strange}`, 'an axis has no such entry', `It has ${known.join(', ')}.`)
  const variable = readInput(axis.name, `${place}.name`, context.catalogue)
  const bound = (key: 'min' | 'max') => {
    const value = axis[key]
    if (typeof value !== 'number' || !Number.isFinite(value) || Math.abs(value) > 1e12)
      throw refuse(`${place}.${key}`, `${shown(value)} is not a number`, 'Give a number, up to 1e12.')
    return value
  }
  const [min, max, { count }] = [bound('min'), bound('max'), axis]
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 1)
    throw refuse(`${place}.count`, `${shown(count)} is not a number of steps`, 'Give 1 or more.')
  if (variable.type === 'integer' && !isWhole(min, max, count))
    throw refuse(place, `"${axis.name}" is whole, and not all steps are`, 'Choose min, max and count so.')
  const { period = context.year } = axis
  if (String(period) !== String(context.year))
    throw refuse(`${place}.period`, `${shown(period)} is not ${context.year}`, 'Leave it out.')
  return {
    name: variable.name,
    ...recordAt(axis.index, `${place}.index`, variable, context),
    min,
    max,
    count,
  }
}

function readInput(name: unknown, place: string, { variables }: Catalogue): CatalogueVariable {
  const variable = typeof name === 'string' ? variables.get(name) : undefined
  if (!variable) {
    const nearest = typeof name === 'string' ? nearestNames(name, variables.keys()) : []
    const remedy = nearest.length > 0 ? `Did you mean ${nearest.join(', ')}?` : 'Name an input.'
    throw refuse(place, `there is no variable ${shown(name)}`, remedy)
  }
  if (variable.kind !== 'input') throw refuse(place, `"${name}" is computed by the law`, 'Name an input.')
  if (variable.type !== 'number' && variable.type !== 'integer')
    throw refuse(place, `"${name}" is not a number`, 'Name an input that is a number.')
  return variable
}

/** Records count in the order in which the situation states them. */
function recordAt(
  index: unknown = 0,
  place: string,
  { entity }: CatalogueVariable,
  { catalogue, situation, arranged }: AxesContext,
): Pick<Axis, 'entity' | 'record' | 'row'> {
  const { plural } = catalogue.entities.get(entity)!
  const { names } = arranged.entities.get(entity)!
  const stated = Object.keys(situation[plural] ?? {})
  const order = stated.length > 0 ? stated : names
  const record = typeof index === 'number' ? order[index] : undefined
  if (record === undefined)
    throw refuse(
      place,
      `${shown(index)} is none of the ${order.length} ${plural}`,
      `Count from 0: ${order.join(', ')}.`,
    )
  return { entity, record, row: names.indexOf(record) }
}

const isWhole = (min: number, max: number, count: number) =>
  Number.isInteger(min) && (count === 1 || Number.isInteger((max - min) / (count - 1)))

const refuse = (place: string, problem: string, remedy: string) =>
  new ReformlabError('E_AXES', { place, problem, remedy })

const shown = (value: unknown) => (JSON.stringify(value) ?? 'nothing').slice(0, 60)
