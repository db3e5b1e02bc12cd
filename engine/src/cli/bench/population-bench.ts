/** How fast a population answers: everything computed anew, and reforms of one parameter to all outcomes of `impact`. */
import { availableParallelism } from 'node:os'
import {
  type CompiledModel,
  openModel,
  openPopulation,
  parameterValues,
  reformedLaw,
} from '../../model/index.ts'
import type { ParameterTree } from '../../parameters/parameter-tree.ts'
import { readReform } from '../../reforms/read-reform.ts'
import type { TaxCalculatorPeer } from './tax-calculator-peer.ts'

export interface BenchRequest {
  readonly dataset: string
  readonly year: number
  readonly workers?: number
  /** Starts whom to compare with; it takes turns with us. */
  startPeer?(): Promise<TaxCalculatorPeer>
  progress(text: string): void
}

export interface Measurement {
  readonly what: string
  /** Milliseconds, the least of all rounds. */
  readonly milliseconds: number
  /** The peer's time ÷ ours; undefined without a peer. */
  readonly timesFaster?: number
}

export interface PopulationBench {
  readonly year: number
  readonly dataset: string
  /** Tax units. */
  readonly records: number
  readonly persons: number
  readonly cores: number
  readonly workers: number
  readonly rounds: number
  /** Milliseconds from nothing to the first answer, once each. */
  readonly start: {
    readonly compile: number
    readonly openModel: number
    readonly openPopulation: number
    readonly firstImpact: number
  }
  /** Most memory held while reforms were answered, in megabytes. */
  readonly memory: number
  /** Variables that both models compute. */
  readonly variables: number
  /** All of them under the baseline, as if nothing was known. */
  readonly whole: Measurement
  /** From changed parameters to all outcomes of `impact`. */
  readonly reforms: readonly Measurement[]
  readonly peer?: {
    readonly name: string
    readonly version: string
    readonly records: number
    readonly milliseconds: number
  }
}

/** Reforms of one parameter each, in the format of reform files. */
const reforms = [
  { what: 'Child tax credit per child', path: 'gov.irs.credits.ctc.amount.base', value: '3000' },
  { what: 'Top income tax rate', path: 'gov.irs.income.bracket.rates.7', value: '0.396' },
  {
    what: 'EITC phase-in rate',
    path: 'gov.irs.credits.eitc.phase_in_rate',
    value: '{ none: 0.153, one: 0.40, two: 0.45, three_or_more: 0.50 }',
  },
  {
    what: 'Standard deduction',
    path: 'gov.irs.deductions.standard.amount',
    value:
      '{ single: 20000, joint: 40000, separate: 20000, head_of_household: 30000, surviving_spouse: 40000 }',
  },
]
/** Rounds that count, after those in which code is compiled and memory is first touched. */
const ROUNDS = 5
const WARM_UP = 5

export async function benchPopulation(request: BenchRequest): Promise<PopulationBench> {
  if (request.startPeer) request.progress('Starting Tax-Calculator …')
  const peer = await request.startPeer?.()
  try {
    return await measure(request, peer)
  } finally {
    peer?.close()
  }
}

async function measure(
  { dataset, year, workers, progress }: BenchRequest,
  peer: TaxCalculatorPeer | undefined,
): Promise<PopulationBench> {
  progress('Compiling the law …')
  const [compile] = await timed(() => openModel('us', { fresh: true }))
  const [openingModel, model] = await timed(() => openModel())
  progress('Opening the population …')
  const [openingPopulation, population] = await timed(() =>
    openPopulation(model, dataset, year, workers === undefined ? {} : { workers }),
  )
  try {
    const laws = await Promise.all(reforms.map(reform => lawUnder(model, reform, year)))
    const impactOf = (law: ParameterTree) => population.impact(model.law, law)
    const [firstImpact, { statistics }] = await timed(() => impactOf(laws[0]!))
    for (let round = 0; round < WARM_UP; round++) for (const law of laws) await impactOf(law)
    const memory = process.resourceUsage().maxRSS / 1e3

    const stored = await mappedVariables(model)
    const parameters = parameterValues(model.law, year)
    const everything = () => population.runner.run(parameters, { stored, whole: true })
    for (let round = 0; round < WARM_UP; round++) await everything()
    const ours = { whole: [] as number[], reforms: laws.map((): number[] => []) }
    const theirs: number[] = []
    for (let round = 1; round <= ROUNDS; round++) {
      progress(`Round ${round} of ${ROUNDS} …`)
      ours.whole.push((await timed(everything))[0])
      for (const [i, law] of laws.entries()) ours.reforms[i]!.push((await timed(() => impactOf(law)))[0])
      if (peer) theirs.push(await peer.calculate())
    }
    const measured = (what: string, times: readonly number[]): Measurement => {
      const milliseconds = Math.min(...times)
      return { what, milliseconds, ...(peer && { timesFaster: Math.min(...theirs) / milliseconds }) }
    }
    const { tax_unit, person } = population.dataset.entities
    return {
      year,
      dataset,
      records: tax_unit.count,
      persons: person.count,
      cores: availableParallelism(),
      workers: statistics.workers,
      rounds: ROUNDS,
      start: { compile, openModel: openingModel, openPopulation: openingPopulation, firstImpact },
      memory,
      variables: stored.length,
      whole: measured(`All ${stored.length} variables of every tax unit`, ours.whole),
      reforms: reforms.map(({ what }, i) => measured(what, ours.reforms[i]!)),
      ...(peer && {
        peer: {
          name: 'Tax-Calculator',
          version: peer.version,
          records: peer.records,
          milliseconds: Math.min(...theirs),
        },
      }),
    }
  } finally {
    await population.close()
  }
}

async function lawUnder(model: CompiledModel, { path, value }: (typeof reforms)[number], year: number) {
  const reform = await readReform(`changes: { ${path}: { ${year}: ${value} } }`, path, model.reforms)
  return reformedLaw(model.law, [reform])
}

/** What the law computes of that which Tax-Calculator computes too. */
async function mappedVariables(model: CompiledModel): Promise<readonly string[]> {
  const { variables } = await model.reforms.taxCalculatorNames()
  const computed = new Set(model.program.variables.map(({ name }) => name))
  return [...new Set(Object.values(variables).map(({ name }) => name))].filter(name => computed.has(name))
}

async function timed<T>(work: () => Promise<T>): Promise<readonly [milliseconds: number, answer: T]> {
  const began = performance.now()
  const answer = await work()
  return [performance.now() - began, answer]
}
