/** One program over one population under one set of parameters, on the calling thread. */
import type { Columns, Population } from '../backends/backend.ts'
import { checkRelations } from '../backends/check-relations.ts'
import { referenceBackend } from '../backends/reference/reference-backend.ts'
import { type Program, parameterNames } from '../program/index.ts'
import { createPartitionedRunner } from './partitioned-runner.ts'

/** Records up to which it is quicker to compute node by node than to compile first; the answer is the same to the bit. */
const fewRecords = 64

/** `parameters`: in the order of the program's parameters. Throws a `RangeError` for what does not fit the program. */
export async function runOnce(
  program: Program,
  population: Population,
  parameters: Float64Array,
  outputs: readonly string[],
): Promise<Columns> {
  if (!hasFewRecords(population)) {
    const runner = await createPartitionedRunner(program, population, { workers: 0 })
    expectParameters(runner.session.parameters, parameters)
    return (await runner.run(parameters, outputs)).columns
  }
  checkRelations(program.relations, population)
  const names = parameterNames(program)
  expectParameters(names, parameters)
  const values = new Map(names.map((name, i) => [name, parameters[i]!]))
  return referenceBackend.run(program, population, values, outputs)
}

export function hasFewRecords({ entities }: Population): boolean {
  return Object.values(entities).every(({ count }) => count <= fewRecords)
}

export function expectParameters(names: readonly string[], values: Float64Array): void {
  if (values.length !== names.length)
    throw new RangeError(`there are ${names.length} parameters, and ${values.length} values`)
}
