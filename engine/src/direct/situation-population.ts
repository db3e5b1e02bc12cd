import type { Population } from '../backends/backend.ts'
import type { LawDescription } from './law-description.ts'
import type { ArrangedSituation, SituationValue } from './situation.ts'

/** A situation as a population for a back-end: one row for each person and group, columns for what is stated. */
export function situationPopulation(law: LawDescription, situation: ArrangedSituation): Population {
  const entities: Record<string, { count: number; columns: Map<string, Float64Array> }> = {}
  for (const [entity, { names, inputs }] of situation.entities) {
    const columns = new Map<string, Float64Array>()
    inputs.forEach((stated, row) => {
      for (const [name, value] of stated) {
        if (!columns.has(name)) columns.set(name, new Float64Array(names.length))
        columns.get(name)![row] = columnValue(law, name, value)
      }
    })
    entities[entity] = { count: names.length, columns }
  }
  return { entities, relations: Object.fromEntries(situation.relations) }
}

/** A stated value as columns hold it: conditions are 0 and 1, categories their index. */
export function columnValue(law: LawDescription, name: string, value: SituationValue): number {
  if (typeof value !== 'string') return Number(value)
  return law.enums.get(law.variables.get(name)!.type)!.values.indexOf(value)
}
