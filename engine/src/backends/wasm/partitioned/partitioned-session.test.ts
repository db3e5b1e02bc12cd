import { expect, test } from 'vitest'
import { type Program, ProgramBuilder, verifyProgram } from '../../../program/index.ts'
import type { Population } from '../../backend.ts'
import { referenceBackend } from '../../reference/reference-backend.ts'
import { branchOnState, stateLeaf, withFewValues } from '../../testing/branch-on-state.ts'
import { firstDifference } from '../../testing/differences.ts'
import { randomPopulation } from '../../testing/random-population.ts'
import { randomParameters, randomProgram } from '../../testing/random-program.ts'
import { shufflePopulation } from '../../testing/shuffle-population.ts'
import { TileMachine } from '../tile-machine.ts'
import { choosePartition, openPartitioned, type PartitionedRun, type PartitionedSession } from './index.ts'

/** Holds runs without a baseline, with one and with another to the reference. */
async function expectSame(
  program: Program,
  population: Population,
  seed: number,
  partition: string | undefined,
): Promise<PartitionedSession> {
  const before = randomParameters(program, seed)
  const other = randomParameters(program, seed + 1000)
  const path = [...before.keys()][seed % before.size]!
  const after = new Map(before).set(path, other.get(path)!)
  const variables = program.variables.map(v => v.name)
  const keepBytes = [0, 2000, 2 ** 24][seed % 3]!
  const options = { threads: 1, keepBytes, tileRows: 4 + (seed % 30), partition }
  const session = openPartitioned(program, population, options)
  const machine = new TileMachine(session.machineParts(0))
  const perform = (run: PartitionedRun) => {
    for (const [tile, p] of session.rows.partitionOfTile.entries()) machine.runTile(run.spans[p]!, tile)
    run.complete()
  }
  const check = async (parameters: Map<string, number>, run: () => PartitionedRun) => {
    session.begin(Float64Array.from(session.parameters, name => parameters.get(name)!))
    perform(run())
    const expected = await referenceBackend.run(program, population, parameters, variables)
    const actual = new Map(variables.map(name => [name, session.values(name)]))
    expect(firstDifference(expected, actual), `seed ${seed}`).toBeUndefined()
  }
  await check(other, () => session.planRun(variables))
  await check(before, () => session.planBaseline(variables))
  await check(after, () => session.planRun(variables))
  await check(after, () => session.planRun(variables))
  await check(other, () => session.planRun(variables))
  await check(after, () => session.planBaseline(variables))
  await check(before, () => session.planRun(variables))
  return session
}

test('rows in any order, grouped by any category, give the bits of the reference', async () => {
  for (let seed = 1; seed <= 150; seed++) {
    const program = randomProgram(seed, 10 + (seed % 90))
    const population = shufflePopulation(randomPopulation(program, seed, 20 + (seed % 60)), seed)
    const leaves = program.nodes.filter(n => n.op === 'input' && n.type === 'category')
    await expectSame(program, population, seed, seed % 5 ? leaves[seed % leaves.length]!.name : undefined)
  }
})

test('so do programs that branch on the category everywhere, where much of the data has one value', async () => {
  let folded = 0
  for (let seed = 1; seed <= 250; seed++) {
    const program = branchOnState(randomProgram(seed, 40 + 3 * (seed % 80)), seed)
    if (!program) continue
    expect(verifyProgram(program)).toEqual([])
    const population = withFewValues(randomPopulation(program, seed, 20 + (seed % 60)), seed)
    const { compiled } = await expectSame(program, shufflePopulation(population, seed), seed, stateLeaf)
    const operations = compiled.kernels.reduce((sum, { nodes }) => sum + nodes.length, 0)
    if (compiled.plans.some(plan => plan.operations < operations / 2)) folded++
  }
  expect(folded).toBeGreaterThan(40)
})

test('the input that leaves least to compute is chosen, unless there are too few rows for its values', () => {
  const b = new ProgramBuilder([{ name: 'person.household', from: 'person', to: 'household' }])
  const state = b.input('household', 'state', 'category', 'state')
  const tenure = b.input('household', 'tenure')
  const wages = b.input('person', 'wages')
  const taxes = Array.from({ length: 5 }, (_, k) => {
    const isHere = b.apply('equal', state, b.constant(k, 'category', 'state'))
    const tax = b.apply('multiply', wages, b.apply('add', wages, b.parameter(`rate_${k}`)))
    return b.apply('select', b.relate('project', 'person.household', isHere), tax, b.constant(0))
  })
  const rent = b.apply('select', b.apply('equal', tenure, b.constant(1)), tenure, b.constant(0))
  const total = [...taxes, b.relate('project', 'person.household', rent)].reduce((x, y) =>
    b.apply('add', x, y),
  )
  const program: Program = {
    ...{ entities: ['person', 'household'], nodes: b.nodes, sources: [], guards: [] },
    relations: [{ name: 'person.household', from: 'person', to: 'household' }],
    domains: [{ name: 'state', values: ['a', 'b', 'c', 'd', 'e'] }],
    variables: [{ name: 'total', node: total, entity: 'person', label: '', unit: '', reference: '' }],
  }
  const people = (count: number): Population => {
    const column = (of: (row: number) => number) => Float64Array.from({ length: count }, (_, row) => of(row))
    const columns = { state: column(row => row % 5), tenure: column(row => row % 2) }
    return {
      entities: {
        person: { count, columns: new Map([['wages', column(row => row)]]) },
        household: { count, columns: new Map(Object.entries(columns)) },
      },
      relations: { 'person.household': Int32Array.from({ length: count }, (_, row) => row) },
    }
  }
  expect(choosePartition(program, people(1000))).toBe('state')
  expect(choosePartition(program, people(400))).toBeUndefined()
})
