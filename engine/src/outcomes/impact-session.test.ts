/** Impacts on worker threads, of a small law over a random population. */
import { expect, test } from 'vitest'
import { referenceBackend } from '../backends/reference/reference-backend.ts'
import { type Program, ProgramBuilder } from '../program/index.ts'
import { createRunner } from '../run/index.ts'
import { impactOfColumns } from './impact-of-columns.ts'
import { impactWorker, openImpactSession } from './impact-session.ts'
import { randomPopulation, seededRandom } from './testing/random-population.ts'
import { table } from './testing/test-table.ts'

const relations = ['person.tax_unit', 'person.household', 'tax_unit.household'].map(name => {
  const [from, to] = name.split('.') as [string, string]
  return { name, from, to }
})
const amounts = ['tax', 'benefit', 'net_income', 'market_income']
const needs = ['threshold', 'adult_equivalents', 'children', 'seniors']

/** Amounts are those of the data; a transfer for each child, and thresholds that the law raises. */
function smallLaw(): Program {
  const b = new ProgramBuilder(relations)
  const input = (name: string) =>
    b.input(name === 'tax' || name === 'benefit' ? 'tax_unit' : 'household', `base_${name}`)
  const transfer = b.apply('multiply', b.parameter('law.transfer'), input('children'))
  const nodes = Object.fromEntries([...amounts, ...needs].map(name => [name, input(name)]))
  nodes.net_income = b.apply('add', nodes.net_income!, transfer)
  nodes.threshold = b.apply('multiply', nodes.threshold!, b.parameter('law.raise'))
  const variables = Object.entries(nodes).map(([name, node]) => ({
    ...{ name, node, label: '', unit: '', reference: '' },
    entity: b.nodes[node]!.entity!,
  }))
  const entities = ['person', 'tax_unit', 'household']
  return { entities, relations, domains: [], nodes: b.nodes, sources: [], guards: [], variables }
}

const law = (transfer: number, raise: number) =>
  new Map([
    ['law.transfer', transfer],
    ['law.raise', raise],
  ])

test('are the same bytes for 0, 1, 2 and 8 threads, and what columns make of them', async () => {
  const { population, before } = randomPopulation(3000, 'negatives', seededRandom(21))
  const program = smallLaw()
  const ofEntity = (entity: string) => ({
    count: population.weight[entity]!.length,
    columns: new Map(
      Object.entries(before).flatMap(([name, values]) =>
        (name === 'tax' || name === 'benefit' ? 'tax_unit' : 'household') === entity
          ? [[`base_${name}`, values] as const]
          : [],
      ),
    ),
  })
  const data = {
    relations: population.relations,
    entities: Object.fromEntries(program.entities.map(entity => [entity, ofEntity(entity)])),
  }
  const [baseline, reform] = [law(0, 1), law(3000, 1.05)]
  const columnsUnder = async (parameters: Map<string, number>) => {
    const columns = await referenceBackend.run(program, data, parameters, [...amounts, ...needs])
    return (name: string) => columns.get(name)!
  }
  const expected = impactOfColumns(
    population,
    table,
    await columnsUnder(baseline),
    await columnsUnder(reform),
  )
  const own = expected.poverty.find(({ line }) => line === 'contemporaneous')!
  expect(own.amount!.reform).toBeGreaterThan(own.amount!.baseline)
  expect(expected.poverty[0]!.groups[1]!.rate.change).toBeLessThan(0)
  for (const workers of [0, 1, 2, 8]) {
    const runner = await createRunner(program, data, { workers, workerModule: impactWorker })
    const session = await openImpactSession(runner, population, table, baseline)
    const larger = (await session.impact(law(9000, 1))).impact
    expect(larger.poverty[0]!.groups[1]!.rate.change).toBeLessThan(own.groups[1]!.rate.change!)
    const { impact } = await session.impact(reform)
    expect(JSON.stringify(impact)).toBe(JSON.stringify(expected))
    await runner.close()
  }
})
