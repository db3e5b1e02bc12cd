/** A prepared program, compiled for its population: ready to be run under the parameters of one law after another. */
import type { Columns, Population } from '../backends/backend.ts'
import { type Program, parameterNames } from '../program/index.ts'
import { createPartitionedRunner, type PartitionedRunner } from '../run/index.ts'
import { hasFewRecords, runOnce } from '../run/run-once.ts'
import { type Blobs, numbersAt, readSentProgram } from '../run/sent-program.ts'
import type { CountryLaw } from './country-law.ts'
import { type PreparedFile, type PreparedOutput, readPrepared } from './prepared-file.ts'
import { ProgramLaw } from './program-law.ts'

export interface PreparedRows {
  readonly count: number
  readonly ids: readonly (string | number)[] | Float64Array
}

export interface PreparedProgram {
  /** By variable and period. */
  readonly outputs: Readonly<Record<string, PreparedOutput>>
  readonly law: ProgramLaw
  readonly entities: Readonly<Record<string, PreparedRows>>
  /** For each member, the row of its group. */
  readonly relations: Readonly<Record<string, Int32Array>>
  /** In the population's order. */
  run(parameters: Float64Array, outputs: readonly string[]): Promise<Columns>
  close(): Promise<void>
}

/** Throws E_FILE_READ, E_PROGRAM_MALFORMED. */
export async function openPrepared(
  file: string,
  law: CountryLaw,
  workers: number | undefined,
): Promise<PreparedProgram> {
  const { head, blobs } = await readPrepared(file)
  const { program, population } = readSentProgram(head, blobs)
  const { outputs } = head
  const described = { outputs, entities: rowsOf(head, blobs), relations: population.relations }
  if (hasFewRecords(population)) {
    const programLaw = new ProgramLaw(law, head, blobs, parameterNames(program))
    return { ...described, law: programLaw, ...onThisThread(program, population) }
  }
  const runner = await createPartitionedRunner(program, population, { workers })
  const programLaw = new ProgramLaw(law, head, blobs, runner.session.parameters)
  // What later runs compare with: they compute again only what other parameters change.
  await runner.run(programLaw.base, Object.keys(outputs), true)
  return { ...described, law: programLaw, ...onThreads(runner) }
}

type Runs = Pick<PreparedProgram, 'run' | 'close'>

// Apart from the above, so that what answers does not hold the population as it was read.
function onThisThread(program: Program, population: Population): Runs {
  return {
    run: (parameters, outputs) => runOnce(program, population, parameters, outputs),
    close: async () => {},
  }
}

function onThreads(runner: PartitionedRunner): Runs {
  return {
    run: async (parameters, outputs) => (await runner.run(parameters, outputs)).columns,
    close: () => runner.close(),
  }
}

function rowsOf({ entities }: PreparedFile, blobs: Blobs): Readonly<Record<string, PreparedRows>> {
  return Object.fromEntries(
    Object.entries(entities).map(([name, { count, ids }]) => [
      name,
      { count, ids: typeof ids === 'number' ? numbersAt(blobs, ids) : ids },
    ]),
  )
}
