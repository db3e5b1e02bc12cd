/** Populations of chosen tax units, each in a household of its own: small enough to run hundreds of laws over. */
import {
  type Dataset,
  type EntityColumns,
  type EntityName,
  openDataset,
  validateDataset,
} from '../../engine/src/datasets/index.ts'
import type { CompiledModel } from '../../engine/src/model/index.ts'
import { CompiledPopulation } from '../../engine/src/model/open-population.ts'
import { createRunner } from '../../engine/src/run/index.ts'

/** The units of `us-cps` whose identifiers are in `recid`, in `year`. */
export async function openUnits(
  model: CompiledModel,
  recid: readonly number[],
  year: number,
): Promise<CompiledPopulation> {
  return populationOf(model, unitsOf(await openDataset('us-cps', year), recid))
}

/** `dataset` ready to run, on the calling thread. */
export async function populationOf(model: CompiledModel, dataset: Dataset): Promise<CompiledPopulation> {
  const runner = await createRunner(model.program, validateDataset(dataset), { workers: 0 })
  return new CompiledPopulation(model, dataset, runner)
}

function unitsOf(dataset: Dataset, recid: readonly number[]): Dataset {
  const wanted = new Set(recid)
  const units = rowsWhere(dataset.entities.tax_unit.columns.get('tax_unit_id')!, id => wanted.has(id))
  const newRow = new Map(Array.from(units, (unit, row) => [unit, row]))
  const unitOfPerson = dataset.relations['person.tax_unit']
  const people = rowsWhere(unitOfPerson, unit => newRow.has(unit))
  const unitOf = people.map(person => newRow.get(unitOfPerson[person]!)!)
  const rows: Record<EntityName, Int32Array> = {
    person: people,
    tax_unit: units,
    household: units.map(unit => dataset.relations['tax_unit.household'][unit]!),
  }
  const entity = (name: EntityName): EntityColumns => ({
    count: rows[name].length,
    columns: new Map(
      [...dataset.entities[name].columns].map(([title, values]) => [title, picked(values, rows[name])]),
    ),
  })
  const weight = (name: EntityName) => picked(dataset.weight[name], rows[name])
  return {
    ...dataset,
    entities: { person: entity('person'), tax_unit: entity('tax_unit'), household: entity('household') },
    relations: {
      'person.tax_unit': unitOf,
      'person.household': unitOf,
      'tax_unit.household': units.map((_, row) => row),
    },
    weight: { person: weight('person'), tax_unit: weight('tax_unit'), household: weight('household') },
  }
}

function rowsWhere(values: ArrayLike<number>, wanted: (value: number) => boolean): Int32Array {
  const rows: number[] = []
  for (let row = 0; row < values.length; row++) if (wanted(values[row]!)) rows.push(row)
  return Int32Array.from(rows)
}

const picked = (values: Float64Array, rows: Int32Array) => Float64Array.from(rows, row => values[row]!)
