/**
 * Random programs that are straight between their kinks and steps, over small whole numbers: ties are everywhere, and
 * arithmetic with fractions of a power of two is exact, so that differences over a tiny step are the derivative itself.
 */
import type { Population } from '../../backends/backend.ts'
import { below, pick, type Random, randomFrom } from '../../backends/testing/random-numbers.ts'
import { freezeProgram, type Op, type Program, ProgramBuilder } from '../../program/index.ts'

const relation = 'person.tax_unit'
const relations = [{ name: relation, from: 'person', to: 'tax_unit' }]
const domains = [{ name: 'status', values: ['single', 'joint', 'separate'] }]

export const movingInputs = ['person_0', 'person_1', 'unit_0', 'unit_1'] as const

/** `size` operations and as many variables as results; the same seed gives the same program. */
export function piecewiseProgram(seed: number, size: number): Program {
  const random = randomFrom(seed)
  const b = new ProgramBuilder(relations)
  const numbers: number[] = []
  const bools: number[] = []
  const categories: number[] = []
  for (const [entity, name] of [
    ['person', 'person'],
    ['tax_unit', 'unit'],
  ] as const) {
    for (const k of [0, 1, 2]) numbers.push(b.input(entity, `${name}_${k}`))
    bools.push(b.input(entity, `${name}_flag`, 'bool'))
    categories.push(b.input(entity, `${name}_status`, 'category', 'status'))
  }
  for (const value of [0, 1, 2]) numbers.push(b.constant(value))
  for (const value of [0, 1, 2]) categories.push(b.constant(value, 'category', 'status'))
  const start = b.nodes.length
  for (let tries = 0; b.nodes.length < start + size && tries < 20 * size; tries++) add()
  const variables = b.nodes.flatMap(({ type, entity }, node) =>
    node >= start && type === 'number'
      ? [{ name: `v${node}`, node, entity: entity ?? 'person', label: '', unit: '', reference: '' }]
      : [],
  )
  const entities = ['person', 'tax_unit']
  return freezeProgram({
    entities,
    relations,
    domains,
    nodes: b.nodes,
    variables,
    sources: [],
    guards: [],
  })

  function add(): void {
    const entity = pick(random, ['person', 'tax_unit'])
    const fits = (node: number) => [entity, null].includes(b.nodes[node]!.entity)
    /** Mostly what was built last, so that programs are deep. */
    const one = (from: readonly number[]) => {
      const own = from.filter(fits)
      return pick(random, random() < 0.5 ? own.slice(-4) : own)
    }
    const [x, y] = [one(numbers), one(numbers)]
    const flag = () => one(bools)
    const kind = below(random, 14)
    if (kind === 0) numbers.push(b.apply(pick<Op>(random, ['add', 'subtract']), x, y))
    else if (kind === 1) numbers.push(b.apply(pick<Op>(random, ['negate', 'absolute']), x))
    else if (kind <= 3) numbers.push(b.apply(pick<Op>(random, ['minimum', 'maximum']), x, y))
    else if (kind === 4) numbers.push(b.apply('multiply', x, b.constant(pick(random, [2, 3, 0.5, -1]))))
    else if (kind === 5) numbers.push(b.apply('divide', x, b.constant(pick(random, [2, -2]))))
    else if (kind === 6) numbers.push(b.apply(pick(random, stepping), x))
    else if (kind === 7) numbers.push(b.apply('modulo', x, random() < 0.5 ? b.constant(2) : awayFromZero(y)))
    else if (kind === 8) bools.push(b.apply(pick<Op>(random, comparisons), x, y))
    else if (kind === 9) bools.push(random() < 0.3 ? b.apply('not', flag()) : logic(flag(), flag()))
    else if (kind === 10) numbers.push(b.apply('multiply', b.apply('indicator', flag()), x))
    else if (kind === 11) {
      numbers.push(b.apply('select', flag(), x, y))
      categories.push(b.apply('select', flag(), one(categories), one(categories)))
    } else if (kind === 12) {
      const key = random() < 0.5 ? x : one(categories)
      numbers.push(b.apply('gather', key, one(numbers), one(numbers), y))
    } else if (entity === 'person') {
      const op = pick(random, ['sum_members', 'max_members', 'min_members'] as const)
      numbers.push(b.relate(op, relation, x))
    } else numbers.push(b.relate('project', relation, x))
  }

  /** A divisor that comes from 0 gives a remainder without limit. */
  function awayFromZero(node: number): number {
    return b.apply('maximum', b.apply('absolute', node), b.constant(1))
  }

  function logic(one: number, other: number): number {
    return b.apply(pick<Op>(random, ['and', 'or']), one, other)
  }
}

const stepping: readonly Op[] = ['floor', 'ceiling', 'truncate', 'round_half_even']
const comparisons: readonly Op[] = ['less', 'less_or_equal', 'equal', 'not_equal']

/** Small whole numbers, some halves, and whole tangents for the moving inputs; no group without members. */
export function piecewisePopulation(seed: number, units: number): Population {
  const random = randomFrom(seed)
  const sizes = Array.from({ length: units }, () => 1 + below(random, 3))
  const ones = Int32Array.from(sizes.flatMap((size, unit) => Array.from({ length: size }, () => unit)))
  const columns = (name: string, count: number) =>
    new Map([
      ...[0, 1, 2].map(k => column(`${name}_${k}`, count, () => amount(random))),
      ...[0, 1].map(k => column(tangentOf(`${name}_${k}`), count, () => below(random, 4) - 1)),
      column(`${name}_flag`, count, () => below(random, 2)),
      column(`${name}_status`, count, () => below(random, 3)),
    ])
  return {
    entities: {
      person: { count: ones.length, columns: columns('person', ones.length) },
      tax_unit: { count: units, columns: columns('unit', units) },
    },
    relations: { [relation]: ones },
  }
}

export const tangentOf = (input: string) => `tangent:${input}`

/** `population` with every moving input moved by `step` times its tangent. */
export function moved(population: Population, step: number): Population {
  const entities = Object.entries(population.entities).map(([name, { count, columns }]) => {
    const shifted = [...columns].map(([input, values]): [string, Float64Array] => {
      const tangent = columns.get(tangentOf(input))
      return [input, tangent ? values.map((value, row) => value + step * tangent[row]!) : values]
    })
    return [name, { count, columns: new Map(shifted) }]
  })
  return { ...population, entities: Object.fromEntries(entities) }
}

const amount = (random: Random) => (random() < 0.2 ? below(random, 12) / 2 - 3 : below(random, 6) - 2)

const column = (name: string, count: number, value: () => number): [string, Float64Array] => [
  name,
  Float64Array.from({ length: count }, value),
]
