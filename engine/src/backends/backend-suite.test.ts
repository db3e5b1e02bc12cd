/** What every back-end promises. Expected values are written by hand; random programs are held to the reference. */
import { describe, expect, test } from 'vitest'
import { definitionOf, freezeProgram, type Op, ops, ProgramBuilder, verifyProgram } from '../program/index.ts'
import type { Population } from './backend.ts'
import { referenceBackend } from './reference/reference-backend.ts'
import { firstDifference } from './testing/differences.ts'
import { randomPopulation } from './testing/random-population.ts'
import { randomParameters, randomProgram } from './testing/random-program.ts'
import { wasmBackend } from './wasm/index.ts'

const relations = [
  { name: 'person.tax_unit', from: 'person', to: 'tax_unit' },
  { name: 'tax_unit.household', from: 'tax_unit', to: 'household' },
]
const domains = [{ name: 'status', values: ['single', 'joint', 'separate'] }]

/** Three tax units, of which the second is empty; one household of two units, one of one. */
const population: Population = {
  entities: {
    person: {
      count: 5,
      columns: new Map([
        ['wages', Float64Array.of(1.5, -2.5, Number.NaN, Infinity, -0)],
        ['age', Float64Array.of(3, 7, 40, 41, 90)],
        ['is_blind', Float64Array.of(1, 0, 1, 0, 1)],
        ['disabled', Float64Array.of(1, 1, 0, 0, 1)],
        ['status', Float64Array.of(0, 1, 2, 1, 0)],
      ]),
    },
    tax_unit: { count: 3, columns: new Map([['rent', Float64Array.of(10, 20, 30)]]) },
    household: { count: 2, columns: new Map() },
  },
  relations: {
    'person.tax_unit': Int32Array.of(0, 0, 0, 2, 2),
    'tax_unit.household': Int32Array.of(0, 0, 1),
  },
}

type Build = (b: ProgramBuilder) => number

function programOf(builds: Record<string, Build>, spreadOver = 'person') {
  const builder = new ProgramBuilder(relations)
  const variables = Object.entries(builds).map(([name, build]) => {
    const node = build(builder)
    const entity = builder.nodes[node]!.entity ?? spreadOver
    return { name, node, entity, label: '', unit: '', reference: '' }
  })
  const entities = ['person', 'tax_unit', 'household']
  const { nodes } = builder
  return freezeProgram({ entities, relations, domains, nodes, variables, sources: [], guards: [] })
}

const wages: Build = b => b.input('person', 'wages')
const age: Build = b => b.input('person', 'age')
const is_blind: Build = b => b.input('person', 'is_blind', 'bool')
const disabled: Build = b => b.input('person', 'disabled', 'bool')
const status: Build = b => b.input('person', 'status', 'category', 'status')

describe.each([referenceBackend, wasmBackend])('the $name back-end', backend => {
  const run = async (builds: Record<string, Build>, parameters = new Map<string, number>()) =>
    backend.run(programOf(builds), population, parameters, Object.keys(builds))
  const values = async (build: Build, parameters?: Map<string, number>) => [
    ...(await run({ x: build }, parameters)).get('x')!,
  ]

  test.each<[Op, Build[], number[]]>([
    ['add', [wages, age], [4.5, 4.5, Number.NaN, Infinity, 90]],
    ['subtract', [wages, age], [-1.5, -9.5, Number.NaN, Infinity, -90]],
    ['multiply', [wages, age], [4.5, -17.5, Number.NaN, Infinity, -0]],
    ['divide', [age, wages], [2, -2.8, Number.NaN, 0, -Infinity]],
    ['negate', [wages], [-1.5, 2.5, Number.NaN, -Infinity, 0]],
    ['absolute', [wages], [1.5, 2.5, Number.NaN, Infinity, 0]],
    ['minimum', [wages, age], [1.5, -2.5, Number.NaN, 41, -0]],
    ['minimum', [age, wages], [1.5, -2.5, 40, 41, -0]],
    ['maximum', [wages, age], [3, 7, Number.NaN, Infinity, 90]],
    ['maximum', [age, wages], [3, 7, 40, Infinity, 90]],
    ['floor', [wages], [1, -3, Number.NaN, Infinity, -0]],
    ['ceiling', [wages], [2, -2, Number.NaN, Infinity, -0]],
    ['truncate', [wages], [1, -2, Number.NaN, Infinity, -0]],
    ['round_half_even', [wages], [2, -2, Number.NaN, Infinity, -0]],
    ['modulo', [age, wages], [0, 2, Number.NaN, 41, Number.NaN]],
    ['power', [wages, age], [3.375, -610.3515625, Number.NaN, Infinity, 0]],
    ['exponential', [b => b.apply('minimum', b.constant(0), wages(b))], [1, Math.exp(-2.5), 1, 1, 1]],
    ['logarithm', [wages], [Math.log(1.5), Number.NaN, Number.NaN, Infinity, -Infinity]],
    ['square_root', [age], [3, 7, 40, 41, 90].map(Math.sqrt)],
    ['is_finite', [wages], [1, 1, 0, 0, 1]],
    ['less', [wages, age], [1, 1, 0, 0, 1]],
    ['less_or_equal', [wages, b => b.constant(1.5)], [1, 1, 0, 0, 1]],
    ['equal', [wages, b => b.constant(0)], [0, 0, 0, 0, 1]],
    ['not_equal', [wages, wages], [0, 0, 1, 0, 0]],
    ['equal', [is_blind, disabled], [1, 0, 0, 1, 1]],
    ['equal', [status, b => b.constant(1, 'category', 'status')], [0, 1, 0, 1, 0]],
    ['and', [is_blind, disabled], [1, 0, 0, 0, 1]],
    ['or', [is_blind, disabled], [1, 1, 1, 0, 1]],
    ['not', [is_blind], [0, 1, 0, 1, 0]],
    ['indicator', [is_blind], [1, 0, 1, 0, 1]],
    ['select', [is_blind, wages, age], [1.5, 7, Number.NaN, 41, -0]],
    ['select', [is_blind, disabled, is_blind], [1, 0, 0, 0, 1]],
    ['gather', [wages, b => b.constant(10), b => b.constant(20), b => b.constant(30)], [20, 10, 10, 30, 10]],
    ['gather', [wages, wages, age, b => b.constant(30)], [3, -2.5, Number.NaN, 30, -0]],
    ['gather', [status, b => b.constant(10), b => b.constant(20)], [10, 20, 20, 20, 10]],
    ['gather', [status, is_blind, disabled, disabled], [1, 1, 0, 0, 1]],
  ])('computes %s of columns', async (op, operands, expected) => {
    expect(await values(b => b.apply(op, ...operands.map(operand => operand(b))))).toEqual(expected)
  })

  test('computes sums, maxima and minima over members, of nobody 0, −Infinity and Infinity', async () => {
    const member = (b: ProgramBuilder) => b.apply('maximum', b.constant(-5), wages(b))
    const of = (op: 'sum_members' | 'max_members' | 'min_members') =>
      values(b => b.relate(op, 'person.tax_unit', member(b)))
    expect(await of('sum_members')).toEqual([1.5 - 2.5 - 5, 0, Infinity])
    expect(await of('max_members')).toEqual([1.5, -Infinity, Infinity])
    expect(await of('min_members')).toEqual([-5, Infinity, -0])
  })

  test('counts members by the sum of a scalar', async () => {
    const counted = await values(
      b => b.relate('sum_members', 'person.tax_unit', b.parameter('law.one')),
      new Map([['law.one', 1]]),
    )
    expect(counted).toEqual([3, 0, 2])
  })

  test('gives each member the value of its group, through two relations', async () => {
    const rent: Build = b => b.relate('project', 'person.tax_unit', b.input('tax_unit', 'rent'))
    expect(await values(rent)).toEqual([10, 10, 10, 30, 30])
    const total: Build = b => {
      const sum = b.relate('sum_members', 'tax_unit.household', b.input('tax_unit', 'rent'))
      return b.relate('project', 'person.tax_unit', b.relate('project', 'tax_unit.household', sum))
    }
    expect(await values(total)).toEqual([30, 30, 30, 30, 30])
  })

  test('reads parameters, and spreads what does not vary over the entity', async () => {
    const rate: Build = b => b.apply('multiply', b.parameter('law.rate'), b.constant(2))
    expect(await values(rate, new Map([['law.rate', 0.25]]))).toEqual([0.5, 0.5, 0.5, 0.5, 0.5])
    const scaled: Build = b => b.apply('multiply', age(b), rate(b))
    expect(await values(scaled, new Map([['law.rate', 0.5]]))).toEqual([3, 7, 40, 41, 90])
  })

  test('takes inputs that the population lacks as 0', async () => {
    const missing: Build = b => b.input('person', 'tips')
    expect(await values(missing)).toEqual([0, 0, 0, 0, 0])
    expect(await values(b => b.apply('add', missing(b), age(b)))).toEqual([3, 7, 40, 41, 90])
  })

  test('refuses an unknown variable and a parameter without a value', async () => {
    const program = programOf({ x: b => b.apply('multiply', age(b), b.parameter('law.rate')) })
    await expect(backend.run(program, population, new Map(), ['y'])).rejects.toThrow(RangeError)
    await expect(backend.run(program, population, new Map(), ['x'])).rejects.toThrow('law.rate')
  })

  test('asks for no parameter that the variables do not need', async () => {
    const program = programOf({ x: age, y: b => b.apply('multiply', age(b), b.parameter('law.rate')) })
    expect([...(await backend.run(program, population, new Map(), ['x'])).keys()]).toEqual(['x'])
  })

  test('leaves the population as it was', async () => {
    const before = structuredClone(population)
    await run({ x: b => b.apply('add', wages(b), age(b)) })
    expect(population).toEqual(before)
  })
})

test('random programs give the same bits on the wasm back-end as on the reference', async () => {
  const seen = new Set<Op>()
  for (let seed = 1; seed <= 300; seed++) {
    const program = randomProgram(seed, 10 + (seed % 90))
    for (const { op } of program.nodes) seen.add(op)
    expect(verifyProgram(program)).toEqual([])
    const records = randomPopulation(program, seed, 3 + (seed % 60))
    const parameters = randomParameters(program, seed)
    const variables = program.variables.map(v => v.name)
    const [expected, actual] = await Promise.all(
      [referenceBackend, wasmBackend].map(b => b.run(program, records, parameters, variables)),
    )
    expect(firstDifference(expected!, actual!), `seed ${seed}`).toBeUndefined()
  }
  expect([...seen].sort()).toEqual(Object.keys(ops).sort())
})

test('every elementwise operation has a meaning to be held to', () => {
  for (const op of Object.keys(ops) as Op[])
    expect(definitionOf(op).apply !== undefined).toBe(definitionOf(op).kind === 'elementwise')
})
