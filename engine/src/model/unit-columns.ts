/**
 * Variables of a population as a table of one row a tax unit, in the order of its identifier, in our names or in
 * Tax-Calculator's.
 *
 * Our names are those a formula of a tax unit would use: `income_tax`, `head.age`, `spouse.employment_income`,
 * `household.state_fips`.
 */
import { nearestNames, ReformlabError } from '../errors/index.ts'
import type { ParameterTree } from '../parameters/parameter-tree.ts'
import type { MappedVariable, TaxCalculatorNames } from '../reforms/tax-calculator-names.ts'
import { variableNamed } from './calculate-household.ts'
import type { CatalogueVariable } from './catalogue.ts'
import type { CompiledModel } from './model.ts'
import type { CompiledPopulation } from './open-population.ts'
import type { Table, TableColumn } from './table/table.ts'

const UNIT = 'tax_unit'
const PERSON = 'person'
const HOUSEHOLD = 'household'
const IDENTIFIER = 'tax_unit_id'
const ROLES = ['head', 'spouse']

/** One column to be written: a variable, whose it is, and how its values are shown. */
interface WantedColumn {
  readonly title: string
  readonly variable: CatalogueVariable
  readonly role?: string
  /** Numbers that stand for the values of an enum; without them values go by name. */
  readonly codes?: readonly number[]
  /** Conditions are 0 and 1. */
  readonly numeric?: boolean
}

/**
 * The columns called `names` under `law`, after one called RECID. `names` are Tax-Calculator's when its vocabulary is given.
 *
 * throws  E_VARIABLE_UNKNOWN with the nearest names, E_VARIABLE_ENTITY for one that a tax unit has several of
 */
export async function unitColumns(
  model: CompiledModel,
  population: CompiledPopulation,
  law: ParameterTree,
  names: readonly string[],
  vocabulary?: TaxCalculatorNames,
  options: { readonly signal?: AbortSignal } = {},
): Promise<Table> {
  const wanted = wantedColumns(model, names, vocabulary)
  const computed = [...new Set(wanted.filter(w => w.variable.kind === 'variable').map(w => w.variable.name))]
  const columns = await population.columnsUnder(law, computed, options)
  const order = rowsInOrder(population)
  const known = (variable: CatalogueVariable) =>
    columns.get(variable.name) ?? population.column(entityOf(variable), variable.name)
  return {
    rows: order.length,
    columns: [
      { title: 'RECID', kind: 'integer', values: ordered(identifiers(population), order) },
      ...wanted
        .filter(({ title }) => title !== 'RECID')
        .map(column =>
          shown(model, column, ordered(byUnit(population, column, known(column.variable)), order)),
        ),
    ],
  }
}

/** Checks that `names` can be written. Throws what `unitColumns` throws. */
export function wantedColumns(
  model: CompiledModel,
  names: readonly string[],
  vocabulary?: TaxCalculatorNames,
): readonly WantedColumn[] {
  return names.map(name => (vocabulary ? theirs(model, name, vocabulary) : ours(model, name)))
}

function ours(model: CompiledModel, title: string): WantedColumn {
  const [role, name] = title.includes('.') ? (title.split('.', 2) as [string, string]) : [undefined, title]
  if (role !== undefined && ![...ROLES, HOUSEHOLD].includes(role))
    throw unknown(
      title,
      [...ROLES, HOUSEHOLD].map(r => `${r}.${name}`),
    )
  const variable = variableNamed(model, name)
  const owner = role === undefined ? UNIT : ROLES.includes(role) ? PERSON : HOUSEHOLD
  if (variable.entity !== owner) {
    const total = `tax_unit_${name}`
    const cures: Record<string, string> = {
      [UNIT]: name,
      [PERSON]: `head.${name} or spouse.${name}`,
      [HOUSEHOLD]: `household.${name}`,
    }
    const cure = `${cures[variable.entity]}${model.catalogue.variables.has(total) ? `, or ${total}` : ''}`
    throw new ReformlabError('E_VARIABLE_ENTITY', {
      name,
      entity: variable.entity.replaceAll('_', ' '),
      cure,
    })
  }
  return { title, variable, ...(owner === PERSON && { role: role! }) }
}

function theirs(
  model: CompiledModel,
  title: string,
  { variables, inputs, enums }: TaxCalculatorNames,
): WantedColumn {
  const own = (table: Readonly<Record<string, MappedVariable>>) =>
    Object.hasOwn(table, title) ? table[title] : undefined
  const mapped = [own(variables), own(inputs)].find(m => m && model.catalogue.variables.has(m.name))
  if (!mapped) throw unknown(title, nearestNames(title, [...Object.keys(variables), ...Object.keys(inputs)]))
  const variable = variableNamed(model, mapped.name)
  const codes = Object.hasOwn(enums, variable.type)
    ? enums[variable.type]!.map(({ code }) => code)
    : undefined
  return {
    title,
    variable,
    numeric: true,
    ...(mapped.role && { role: mapped.role }),
    ...(codes && { codes }),
  }
}

function unknown(name: string, nearest: readonly string[]): ReformlabError {
  return new ReformlabError('E_VARIABLE_UNKNOWN', { name, nearest: nearest.join(', ') || 'none is close' })
}

type EntityName = 'person' | 'tax_unit' | 'household'
const entityOf = ({ entity }: CatalogueVariable) => entity as EntityName

/** One value a tax unit: its own, its head's or spouse's, or its household's. Nobody's value is 0. */
function byUnit(
  population: CompiledPopulation,
  { variable, role }: WantedColumn,
  column: Float64Array | undefined,
) {
  const { dataset } = population
  const units = dataset.entities[UNIT].count
  if (!column || variable.entity === UNIT) return column ?? new Float64Array(units)
  const result = new Float64Array(units)
  if (variable.entity === HOUSEHOLD)
    return result.map((_, unit) => column[dataset.relations['tax_unit.household'][unit]!]!)
  const roles = population.column(PERSON, 'tax_unit_role')!
  const wanted = ROLES.indexOf(role!)
  dataset.relations['person.tax_unit'].forEach((unit, person) => {
    if (roles[person] === wanted) result[unit] = column[person]!
  })
  return result
}

function shown(
  model: CompiledModel,
  { title, variable, codes, numeric }: WantedColumn,
  values: Float64Array,
): TableColumn {
  const domain = model.catalogue.enums.get(variable.type)
  if (codes) return { title, kind: 'integer', values: values.map(index => codes[index]!) }
  if (domain) return { title, kind: 'category', values, names: domain.values }
  if (variable.type === 'bool' && !numeric) return { title, kind: 'bool', values }
  return { title, kind: variable.type === 'number' ? 'number' : 'integer', values }
}

export function identifiers(population: CompiledPopulation): Float64Array {
  const { count } = population.dataset.entities[UNIT]
  return population.column(UNIT, IDENTIFIER) ?? Float64Array.from({ length: count }, (_, i) => i + 1)
}

export function rowsInOrder(population: CompiledPopulation): Uint32Array {
  const ids = identifiers(population)
  return Uint32Array.from(ids.keys()).sort((a, b) => ids[a]! - ids[b]!)
}

export function ordered(values: Float64Array, order: Uint32Array): Float64Array {
  return Float64Array.from(order, row => values[row]!)
}
