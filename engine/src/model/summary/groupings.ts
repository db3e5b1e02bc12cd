/** By what columns can be shown apart: conditions and categories of the law, what the dataset's card names, income groups. */
import type { DatasetCard, EntityName } from '../../datasets/index.ts'
import { taxUnitRoles } from '../../datasets/index.ts'
import { ReformlabError } from '../../errors/index.ts'
import { conventionNamed, groupUnits } from '../../outcomes/index.ts'
import { variableNamed } from '../calculate-household.ts'
import type { CatalogueVariable } from '../catalogue.ts'
import type { CompiledModel } from '../model.ts'
import { type ColumnReader, entitiesAround } from './column-reader.ts'
import { entityOf } from './dataset-columns.ts'

export interface ListedGrouping {
  /** As `by` takes it. */
  readonly name: string
  readonly label: string
}

/** Records in groups. */
export interface Grouping {
  readonly names: readonly string[]
  /** The place in `names` of each record; −1 of one that belongs nowhere. */
  readonly slots: Float64Array
}

export interface GroupingPlan {
  /** Variables that are read for it. */
  readonly reads: readonly CatalogueVariable[]
  /** Throws E_SUMMARY_GROUP where records of `entity` do not belong to its groups. */
  cut(reader: ColumnReader, entity: EntityName): Grouping
}

const INCOME_GROUP = 'income_group'
const HEAD = 'head.'
const CONVENTION = 'default'

/** What records of `entity` can be grouped by, the most telling first. */
export function groupingsFor(
  model: CompiledModel,
  card: DatasetCard,
  entity: EntityName,
): readonly ListedGrouping[] {
  const variables = [...model.catalogue.variables.values()]
  const { entity: ranked } = conventionNamed(model.outcomes(), CONVENTION)
  const fits = (variable: CatalogueVariable) => entitiesAround(entity).includes(entityOf(variable))
  const listed = (variable: CatalogueVariable) => ({ name: variable.name, label: shortLabel(variable) })
  const named = variables.filter(variable => namesOf(model, card, variable))
  const headed =
    entity === 'tax_unit' ? named.filter(one => one.entity === 'person' && isInCard(card, one)) : []
  const own = named.filter(fits)
  return [
    ...(entitiesAround(entity).includes(ranked as EntityName)
      ? [{ name: INCOME_GROUP, label: 'Income group, as in impacts' }]
      : []),
    ...headed.map(one => ({ name: `${HEAD}${one.name}`, label: `${shortLabel(one)}, of the head` })),
    ...own.filter(one => isInCard(card, one)).map(listed),
    ...own.filter(one => model.catalogue.enums.has(one.type)).map(listed),
    ...own.filter(one => one.type === 'bool').map(listed),
  ]
}

const shortLabel = ({ label }: CatalogueVariable) => label.split(';')[0]!

/** Throws E_VARIABLE_UNKNOWN, and E_SUMMARY_GROUP for what is no grouping. */
export function planGrouping(model: CompiledModel, card: DatasetCard, name: string): GroupingPlan {
  if (name === INCOME_GROUP) return planIncomeGroups(model)
  const isHeads = name.startsWith(HEAD)
  const variable = variableNamed(model, isHeads ? name.slice(HEAD.length) : name)
  const names = namesOf(model, card, variable)
  if (!names)
    throw refused(name, 'is no condition, no category and nothing that the card of the dataset groups')
  if (isHeads && variable.entity !== 'person')
    throw refused(name, `is of each ${variable.entity}, not of a head`)
  const slotOf = bandsOf(card, variable) ?? codesOf(card, variable) ?? (value => value)
  return {
    reads: [variable],
    cut(reader, entity) {
      checkAround(name, isHeads ? 'tax_unit' : entityOf(variable), entity)
      const values = reader.values(variable).map(slotOf)
      const slots = isHeads
        ? reader.spread(entity, 'tax_unit', ofHeads(reader, values))
        : reader.spread(entity, entityOf(variable), values)
      return { names, slots }
    },
  }
}

/** Groups of the law's default convention, as impacts have them. */
function planIncomeGroups(model: CompiledModel): GroupingPlan {
  const table = model.outcomes()
  const convention = conventionNamed(table, CONVENTION)
  const rankedBy = variableNamed(model, convention.rankedBy)
  const of = convention.entity as EntityName
  return {
    reads: [rankedBy],
    cut(reader, entity) {
      checkAround(INCOME_GROUP, of, entity)
      const { dataset } = reader.population
      const { groups, slots } = groupUnits(dataset, convention, table.people, reader.values(rankedBy))
      return { names: groups.map(({ label }) => label), slots: reader.spread(entity, of, slots) }
    },
  }
}

/** What values of the variable are called, by the place `planGrouping` gives them; undefined where they are amounts. */
export function namesOf(
  model: CompiledModel,
  card: DatasetCard,
  variable: CatalogueVariable,
): readonly string[] | undefined {
  const bands = card.bands?.[variable.name]
  if (bands) return [`under ${bands[0]}`, ...bands.map((from, i) => bandName(from, bands[i + 1]))]
  const codes = card.codes?.[variable.name]
  if (codes) return codes.map(({ label }) => label)
  if (variable.type === 'bool') return ['false', 'true']
  return model.catalogue.enums.get(variable.type)?.values
}

const bandName = (from: number, next: number | undefined) =>
  next === undefined ? `${from} and over` : `${from} to ${next - 1}`

/** Whether the card, and not the law, names its groups. */
const isInCard = ({ bands, codes }: DatasetCard, { name }: CatalogueVariable) =>
  bands?.[name] !== undefined || codes?.[name] !== undefined

function bandsOf(card: DatasetCard, { name }: CatalogueVariable) {
  const bands = card.bands?.[name]
  return bands && ((value: number) => bands.filter(from => value >= from).length)
}

/** The place of each code; −1 for one that the card does not name. */
export function codesOf(card: DatasetCard, { name }: CatalogueVariable) {
  const codes = card.codes?.[name]
  if (!codes) return undefined
  const places = new Map(codes.map(({ code }, place) => [code, place]))
  return (value: number) => places.get(value) ?? -1
}

function ofHeads(reader: ColumnReader, values: Float64Array): Float64Array {
  const { dataset } = reader.population
  const roles = reader.population.column('person', 'tax_unit_role')!
  const head = taxUnitRoles.indexOf('head')
  const heads = new Float64Array(dataset.entities.tax_unit.count)
  dataset.relations['person.tax_unit'].forEach((unit, person) => {
    if (roles[person] === head) heads[unit] = values[person]!
  })
  return heads
}

function checkAround(name: string, of: EntityName, entity: EntityName): void {
  if (!entitiesAround(entity).includes(of))
    throw refused(name, `is of each ${of}, and a column asked for is of each ${entity}`)
}

const refused = (name: string, problem: string) => new ReformlabError('E_SUMMARY_GROUP', { name, problem })
