import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Population } from '../backends/backend.ts'
import { referenceBackend } from '../backends/reference/reference-backend.ts'
import { firstDifference } from '../backends/testing/differences.ts'
import { randomPopulation } from '../backends/testing/random-population.ts'
import { randomParameters, randomProgram } from '../backends/testing/random-program.ts'
import { type Program, ProgramBuilder } from '../program/index.ts'
import { type Crew, createCrew } from './crew.ts'
import { createRunner, type PopulationRunner } from './population-runner.ts'
import { RunSuperseded } from './run-superseded.ts'
import { dawdling, failing, meanChange, sortedValues } from './testing/probe-reducers.ts'
import { weightedTotals } from './weighted-totals.ts'

const workerModule = new URL('./testing/probe-worker.ts', import.meta.url)
let crews: Crew[] = []

beforeAll(async () => {
  crews = await Promise.all([0, 1, 2].map(workers => createCrew({ workers, workerModule })))
})

afterAll(() => Promise.all(crews.map(crew => crew.close())))

const relations = [{ name: 'person.household', from: 'person', to: 'household' }]

/** tax = rate × wages, benefit = a threshold's excess over household wages, net = wages − tax + share of the benefit. */
function smallLaw(): Program {
  const b = new ProgramBuilder(relations)
  const wages = b.input('person', 'wages')
  const tax = b.apply('multiply', wages, b.parameter('law.rate'))
  const total = b.relate('sum_members', 'person.household', wages)
  const excess = b.apply('subtract', b.parameter('law.threshold'), total)
  const benefit = b.apply('maximum', b.constant(0), excess)
  const net = b.apply(
    'add',
    b.apply('subtract', wages, tax),
    b.relate('project', relations[0]!.name, benefit),
  )
  const rate = b.apply('multiply', b.parameter('law.rate'), b.constant(100))
  const variable = (name: string, node: number, entity: string) =>
    ({ name, node, entity, label: '', unit: '', reference: '' }) as const
  return {
    entities: ['person', 'household'],
    relations,
    domains: [],
    nodes: b.nodes,
    sources: [],
    guards: [],
    variables: [
      variable('tax', tax, 'person'),
      variable('benefit', benefit, 'household'),
      variable('net', net, 'person'),
      variable('rate_percent', rate, 'household'),
      variable('gross', wages, 'person'),
      variable('household_wages', total, 'household'),
    ],
  }
}

const program = smallLaw()
const names = program.variables.map(v => v.name)

function people(count: number, shift = 0): Population {
  const households = Math.ceil(count / 3)
  const wages = Float64Array.from({ length: count }, (_, row) => ((row * 7919 + shift) % 1000) / 8)
  return {
    entities: {
      person: { count, columns: new Map([['wages', wages]]) },
      household: { count: households, columns: new Map() },
    },
    relations: { 'person.household': Int32Array.from({ length: count }, (_, row) => Math.floor(row / 3)) },
  }
}

const law = (rate: number, threshold = 100) =>
  new Map([
    ['law.rate', rate],
    ['law.threshold', threshold],
  ])

const expected = (population: Population, parameters: Map<string, number>) =>
  referenceBackend.run(program, population, parameters, names)

async function withRunner(
  crew: number,
  population: Population,
  use: (runner: PopulationRunner) => Promise<void>,
): Promise<void> {
  const runner = await createRunner(program, population, { crew: crews[crew]!, tileRows: 64 })
  try {
    await use(runner)
  } finally {
    await runner.close()
  }
}

test('baselines, reforms and whole runs equal the reference to the bit on 0, 1 and 2 workers', async () => {
  for (let seed = 1; seed <= 40; seed++) {
    const random = randomProgram(seed, 10 + (seed % 70))
    const population = randomPopulation(random, seed, 100)
    const before = randomParameters(random, seed)
    const other = randomParameters(random, seed + 1000)
    const path = [...before.keys()][seed % before.size]!
    const after = new Map(before).set(path, other.get(path)!)
    const variables = random.variables.map(v => v.name)
    const [atBaseline, oneChanged, allChanged] = await Promise.all(
      [before, after, other].map(p => referenceBackend.run(random, population, p, variables)),
    )
    for (const crew of crews) {
      const keepBytes = seed % 3 === 0 ? 0 : 2 ** 24
      const runner = await createRunner(random, population, { crew, tileRows: 32, keepBytes })
      await runner.baseline(before, { variables: variables.slice(seed % 4) })
      const results = [
        [atBaseline, await runner.run(before, { variables })],
        [oneChanged, await runner.run(after, { variables })],
        [allChanged, await runner.run(other, { variables })],
        [oneChanged, await runner.run(after, { variables, whole: true })],
      ] as const
      await runner.close()
      for (const [columns, result] of results)
        expect(firstDifference(columns!, result.columns), `seed ${seed}`).toBeUndefined()
    }
  }
})

describe('with a baseline', () => {
  test('a run of the same law computes nothing', () =>
    withRunner(0, people(500), async runner => {
      await runner.baseline(law(0.2), { variables: names })
      const { statistics } = await runner.run(law(0.2), { variables: names })
      expect(statistics).toMatchObject({ kernels: 0, share: 0 })
    }))

  test('a reform computes only what it changes', () =>
    withRunner(0, people(500), async runner => {
      const whole = await runner.baseline(law(0.2), { variables: names })
      const { statistics, columns } = await runner.run(law(0.2, 200), { variables: ['tax', 'benefit'] })
      expect(statistics.kernels).toBeLessThan(whole.statistics.kernels)
      expect(statistics.share).toBeLessThan(0.5)
      const { tax, benefit } = Object.fromEntries(await expected(people(500), law(0.2, 200)))
      expect(columns).toEqual(new Map(Object.entries({ tax, benefit })))
    }))

  test('a parameter that changes no scalar the columns read computes nothing', () =>
    withRunner(0, people(500), async runner => {
      await runner.baseline(law(0.2), { variables: ['benefit'] })
      const { statistics } = await runner.run(law(0.9), { variables: ['benefit', 'rate_percent'] })
      expect(statistics.kernels).toBe(0)
    }))

  test('a new baseline takes the place of the old one', () =>
    withRunner(2, people(500), async runner => {
      await runner.baseline(law(0.2))
      await runner.baseline(law(0.3))
      const { columns } = await runner.run(law(0.3, 50), { variables: names })
      expect(firstDifference(await expected(people(500), law(0.3, 50)), columns)).toBeUndefined()
    }))
})

test('new inputs take the place of the old ones, and the baseline of the old ones is forgotten', () =>
  withRunner(2, people(500), async runner => {
    await runner.baseline(law(0.2))
    const next = people(500, 77)
    await runner.setInputs(next.entities)
    for (const step of [runner.run, runner.baseline, runner.run]) {
      const { columns } = await step.call(runner, law(0.4), { variables: names })
      expect(firstDifference(await expected(next, law(0.4)), columns)).toBeUndefined()
    }
  }))

test('inputs of another number of rows are refused, and the old ones stay', () =>
  withRunner(0, people(500), async runner => {
    await expect(runner.setInputs(people(499).entities)).rejects.toThrow('499 rows')
    const { columns } = await runner.run(law(0.4), { variables: names })
    expect(firstDifference(await expected(people(500), law(0.4)), columns)).toBeUndefined()
  }))

test('results stay as they are when the next run writes other ones', () =>
  withRunner(1, people(500), async runner => {
    const first = await runner.run(law(0.1), { variables: names })
    await runner.run(law(0.9), { variables: names })
    expect(firstDifference(await expected(people(500), law(0.1)), first.columns)).toBeUndefined()
  }))

describe('reductions', () => {
  test('give the same bytes for 0, 1 and 2 workers, with and without a baseline', async () => {
    const population = people(2000)
    const weights = Float64Array.from({ length: 2000 }, (_, row) => 1 + (row % 7) / 3)
    const results: unknown[][] = []
    for (const crew of [0, 1, 2])
      await withRunner(crew, population, async runner => {
        await runner.addColumn('person', 'weight', weights)
        const spec = [{ entity: 'person', variables: ['tax', 'net'], weight: 'weight' }]
        const totals = await runner.reduction(weightedTotals, spec)
        const sorted = await runner.reduction(sortedValues, { entity: 'person', variable: 'net' })
        const answers = [
          (await runner.run(law(0.25, 150), { reduce: totals })).reduced,
          (await runner.baseline(law(0.2), { reduce: sorted })).reduced,
          (await runner.run(law(0.25, 150), { reduce: sorted })).reduced,
          (await runner.run(law(0.25, 150), { reduce: totals })).reduced,
        ]
        results.push(answers)
      })
    expect(results[1]).toEqual(results[0])
    expect(results[2]).toEqual(results[0])
    const [totals, , sorted, incremental] = results[0]!
    expect(incremental).toEqual(totals)
    const columns = await expected(population, law(0.25, 150))
    expect(sorted).toEqual(columns.get('net')!.slice().sort())
    const tax = columns.get('tax')!.reduce((sum, value, row) => sum + value * weights[row]!, 0)
    expect((totals as Map<string, number>).get('tax')).toBeCloseTo(tax, 6)
  })

  test('compare a run with the baseline, also across a relation', () =>
    withRunner(2, people(900), async runner => {
      await runner.addColumn('person', 'weight', new Float64Array(900).fill(2))
      const spec = { entity: 'person', weight: 'weight' }
      const net = await runner.reduction(meanChange, { ...spec, variable: 'net' })
      const benefit = await runner.reduction(meanChange, {
        ...spec,
        variable: 'benefit',
        relation: 'person.household',
      })
      const rate = await runner.reduction(meanChange, {
        variable: 'rate_percent',
        entity: 'household',
        weight: 'ones',
      })
      await runner.addColumn('household', 'ones', new Float64Array(300).fill(1))
      expect((await runner.baseline(law(0.5), { reduce: net })).reduced).toBe(0)
      expect((await runner.run(law(0.5), { reduce: net })).reduced).toBe(0)
      const [before, after] = [
        await expected(people(900), law(0.5)),
        await expected(people(900), law(0.25, 300)),
      ]
      const change = (name: string) =>
        after.get(name)!.reduce((sum, v, row) => sum + v - before.get(name)![row]!, 0) /
        after.get(name)!.length
      expect((await runner.run(law(0.25, 300), { reduce: net })).reduced).toBeCloseTo(change('net'), 9)
      expect((await runner.run(law(0.25, 300), { reduce: benefit })).reduced).toBeCloseTo(
        change('benefit'),
        9,
      )
      expect((await runner.run(law(0.25, 300), { reduce: rate })).reduced).toBeCloseTo(-25, 9)
      expect((await runner.run(law(0.5), { reduce: rate })).reduced).toBe(0)
    }))

  test('see a column again after it was replaced', () =>
    withRunner(1, people(30), async runner => {
      const spec = [{ entity: 'person', variables: ['gross'], weight: 'weight' }]
      const totals = await runner.reduction(weightedTotals, spec)
      const total = async (weight: number) => {
        await runner.addColumn('person', 'weight', new Float64Array(30).fill(weight))
        return (await runner.run(law(0), { reduce: totals })).reduced.get('gross')!
      }
      const once = await total(1)
      expect(await total(3)).toBe(once * 3)
    }))

  test('read inputs by name, also after they were replaced', () =>
    withRunner(1, people(30), async runner => {
      const spec = [{ entity: 'person', variables: ['net'], weight: 'wages' }]
      const totals = await runner.reduction(weightedTotals, spec)
      const total = async () => (await runner.run(law(0, 9999), { reduce: totals })).reduced.get('net')
      const before = await total()
      expect(before).toBeGreaterThan(0)
      await runner.setInputs({ person: { count: 30, columns: new Map() } })
      expect(await total()).toBe(0)
      await runner.setInputs(people(30).entities)
      expect(await total()).toBe(before)
    }))

  test('name the column that is missing', () =>
    withRunner(1, people(30), async runner => {
      const spec = [{ entity: 'person', variables: ['tax'], weight: 'weight' }]
      const totals = await runner.reduction(weightedTotals, spec)
      await expect(runner.run(law(0.1), { reduce: totals })).rejects.toThrow('no column weight')
      await runner.addColumn('person', 'weight', new Float64Array(30).fill(1))
      expect((await runner.run(law(0), { reduce: totals })).reduced.get('tax')).toBe(0)
    }))

  test('that fail reject their run alone', () =>
    withRunner(2, people(500), async runner => {
      const cursed = await runner.reduction(failing, { how: 'throw', tile: 3 })
      await expect(runner.run(law(0.1), { reduce: cursed })).rejects.toThrow('tile 3 is cursed')
      const { columns } = await runner.run(law(0.4), { variables: names })
      expect(firstDifference(await expected(people(500), law(0.4)), columns)).toBeUndefined()
    }))

  test('give their memory back when released', () =>
    withRunner(2, people(500), async runner => {
      const spec = { entity: 'person', variable: 'net' }
      const first = await runner.reduction(sortedValues, spec)
      await runner.release(first)
      const second = await runner.reduction(sortedValues, spec)
      expect([...second.parts.arrays.values()].map(p => p.address).sort()).toEqual(
        [...first.parts.arrays.values()].map(p => p.address).sort(),
      )
    }))
})

describe('of several requests', () => {
  const slow = (runner: PopulationRunner) => runner.reduction(dawdling, { milliseconds: 20 })

  test('the newest run wins, and what it overtakes stops early', () =>
    withRunner(2, people(20_000), async runner => {
      const reduce = await slow(runner)
      await runner.baseline(law(0.2))
      const began = performance.now()
      const overtaken = [0.3, 0.4].map(rate => runner.run(law(rate), { reduce }))
      const newest = runner.run(law(0.5), { variables: names })
      for (const run of await Promise.allSettled(overtaken))
        expect(run).toMatchObject({ status: 'rejected', reason: expect.any(RunSuperseded) })
      const { columns } = await newest
      // The tiles of one overtaken run would take 313 × 20 ms on two threads.
      expect(performance.now() - began).toBeLessThan(2000)
      expect(firstDifference(await expected(people(20_000), law(0.5)), columns)).toBeUndefined()
    }))

  test('a run in its midst stops for the newest one', () =>
    withRunner(2, people(20_000), async runner => {
      const reduce = await slow(runner)
      const overtaken = runner.run(law(0.3), { reduce })
      const refusal = expect(overtaken).rejects.toMatchObject({ name: 'AbortError' })
      await new Promise(resolve => setTimeout(resolve, 50))
      const began = performance.now()
      const { columns } = await runner.run(law(0.5), { variables: names })
      expect(performance.now() - began).toBeLessThan(2000)
      expect(firstDifference(await expected(people(20_000), law(0.5)), columns)).toBeUndefined()
      await refusal
    }))

  test('a run waits for the baseline before it', () =>
    withRunner(2, people(500), async runner => {
      const baseline = runner.baseline(law(0.2), { variables: names })
      const run = runner.run(law(0.2), { variables: names })
      expect((await run).statistics.kernels).toBe(0)
      expect((await baseline).statistics.kernels).toBeGreaterThan(0)
    }))

  test('a new baseline overtakes the old one and its runs', () =>
    withRunner(2, people(500), async runner => {
      const overtaken = [runner.baseline(law(0.2)), runner.run(law(0.3))]
      const next = runner.baseline(law(0.6), { variables: names })
      for (const request of await Promise.allSettled(overtaken))
        expect(request).toMatchObject({ status: 'rejected', reason: { name: 'AbortError' } })
      expect(firstDifference(await expected(people(500), law(0.6)), (await next).columns)).toBeUndefined()
    }))

  test('a signal stops its run with its reason, before and while it runs', () =>
    withRunner(2, people(20_000), async runner => {
      const reduce = await slow(runner)
      const reason = new Error('the user went away')
      await expect(runner.run(law(0.1), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
      const control = new AbortController()
      const run = runner.run(law(0.1), { reduce, signal: control.signal })
      setTimeout(() => control.abort(reason), 30)
      await expect(run).rejects.toBe(reason)
      expect((await runner.run(law(0.1), { variables: ['tax'] })).columns.size).toBe(1)
    }))
})

describe('refuses', () => {
  test('a variable that is not in the program', () =>
    withRunner(1, people(10), async runner => {
      await expect(runner.run(law(0.1), { variables: ['nonsense'] })).rejects.toThrow('no variable nonsense')
    }))

  test('parameters without a value', () =>
    withRunner(1, people(10), async runner => {
      await expect(runner.run(new Map([['law.rate', 1]]))).rejects.toThrow('law.threshold')
    }))

  test('a reducer that no worker knows', () =>
    withRunner(1, people(10), async runner => {
      const stranger = { ...weightedTotals, name: 'stranger' }
      const spec = [{ entity: 'person', variables: [], weight: 'w' }]
      await expect(runner.reduction(stranger, spec)).rejects.toThrow('no reducer stranger')
    }))
})

describe('threads', () => {
  test('a thread that dies rejects what it was doing and everything after, and never hangs', async () => {
    const runner = await createRunner(program, people(500), { workers: 2, workerModule, tileRows: 64 })
    const deadly = await runner.reduction(failing, { how: 'exit', tile: 4 })
    await expect(runner.run(law(0.1), { reduce: deadly })).rejects.toMatchObject({ code: 'E_WORKER_LOST' })
    await expect(runner.run(law(0.1))).rejects.toMatchObject({ code: 'E_WORKER_LOST' })
    await runner.close()
  })

  test('closing rejects what has not answered', async () => {
    const runner = await createRunner(program, people(20_000), { workers: 1, workerModule, tileRows: 64 })
    const reduce = await runner.reduction(dawdling, { milliseconds: 4 })
    const run = runner.run(law(0.1), { reduce })
    await Promise.all([expect(run).rejects.toMatchObject({ name: 'AbortError' }), runner.close()])
    await expect(runner.run(law(0.1))).rejects.toMatchObject({ code: 'E_WORKER_LOST' })
  })

  test('a worker module that cannot be loaded is an error, not silence', async () => {
    const workerModule = new URL('./testing/no-such-worker.ts', import.meta.url)
    await expect(createRunner(program, people(10), { workers: 1, workerModule })).rejects.toMatchObject({
      code: 'E_WORKER_LOST',
    })
  })

  test('runners share a crew', async () => {
    const crew = crews[2]!
    const runners = await Promise.all(
      [0, 50].map(shift => createRunner(program, people(300, shift), { crew })),
    )
    const results = await Promise.all(runners.map(runner => runner.run(law(0.3), { variables: names })))
    for (const [k, { columns }] of results.entries())
      expect(firstDifference(await expected(people(300, k * 50), law(0.3)), columns)).toBeUndefined()
    await Promise.all(runners.map(runner => runner.close()))
  })

  test('a population of nobody answers empty columns', async () => {
    const runner = await createRunner(program, people(0), { crew: crews[2]! })
    const { columns } = await runner.run(law(0.3), { variables: names })
    expect([...columns.values()].map(column => column.length)).toEqual(names.map(() => 0))
    await runner.close()
  })
})
