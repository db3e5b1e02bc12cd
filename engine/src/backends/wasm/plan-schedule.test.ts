import { expect, test } from 'vitest'
import type { Program } from '../../program/index.ts'
import { randomProgram } from '../testing/random-program.ts'
import { type CompiledProgram, compileProgram, defaultLimits } from './compile-program.ts'
import { type Place, planSchedule, type Schedule } from './plan-schedule.ts'

const compiledPrograms = Array.from({ length: 40 }, (_, seed) => compileProgram(randomProgram(seed, 120)))

const isData =
  ({ stages }: CompiledProgram) =>
  (id: number) =>
    stages[id] === 'data'

const planAll = (compiled: CompiledProgram, stored: ReadonlySet<number> = new Set()): Schedule =>
  planSchedule(compiled.program, compiled.kernels, {
    stage: 'law',
    targets: compiled.program.variables.map(v => v.node).filter(id => compiled.stages[id] === 'law'),
    isKnown: isData(compiled),
    isStored: id => stored.has(id),
  })

test('kernels read only what earlier kernels or the population give', () => {
  for (const { kernels, program, dataColumns } of compiledPrograms) {
    const given = new Set(program.nodes.flatMap(({ op }, id) => (op === 'input' ? [id] : [])))
    for (const { inputs, outputs } of kernels) {
      for (const id of inputs) expect(given.has(id)).toBe(true)
      for (const id of outputs) given.add(id)
    }
    for (const id of dataColumns) expect(given.has(id)).toBe(true)
  }
})

test('every law node has one kernel, of its own entity, within the limits of size', () => {
  for (const { kernels, program, stages } of compiledPrograms) {
    const homes = new Map<number, number>()
    for (const { nodes, relation, stage } of kernels) {
      const own = nodes.filter(id => stages[id] === stage)
      for (const id of own) homes.set(id, (homes.get(id) ?? 0) + 1)
      expect(own.length).toBeLessThanOrEqual(relation ? defaultLimits.relations : defaultLimits.most)
      if (!relation) expect(new Set(nodes.map(id => program.nodes[id]!.entity)).size).toBe(1)
    }
    stages.forEach((stage, id) => {
      if (stage === 'law') expect(homes.get(id), `node ${id}`).toBe(1)
    })
  }
})

test('no slot is written while its value still has a reader', () => {
  for (const compiled of compiledPrograms) {
    const { kernels } = compiled
    const { steps, slotCount } = planAll(compiled)
    const held = new Map<number, number>()
    for (const { kernel, places } of steps) {
      const { inputs, outputs } = kernels[kernel]!
      places.slice(0, inputs.length).forEach((place, i) => {
        const slot = slotOf(place)
        if (slot !== undefined && slot !== 0) expect(held.get(slot)).toBe(inputs[i])
      })
      const written = places.slice(inputs.length).map(slotOf)
      const own = written.filter(slot => slot !== undefined && slot > 1)
      expect(new Set(own).size).toBe(own.length)
      written.forEach((slot, i) => {
        expect(slot).not.toBe(0)
        if (slot !== undefined) held.set(slot, outputs[i]!)
        if (slot !== undefined) expect(slot).toBeLessThan(slotCount)
      })
    }
  }
})

test('what is stored is written to its column, and what is known is never computed', () => {
  for (const compiled of compiledPrograms) {
    const { kernels, program } = compiled
    const targets = program.variables.map(v => v.node).filter(id => compiled.stages[id] === 'law')
    const written = new Set<number>()
    for (const { kernel, places } of planAll(compiled, new Set(targets)).steps) {
      const { inputs } = kernels[kernel]!
      for (const place of places.slice(inputs.length)) if ('column' in place) written.add(place.column)
    }
    expect(written).toEqual(new Set(targets))
    const nothing = planSchedule(program, kernels, {
      stage: 'law',
      targets,
      isKnown: () => true,
      isStored: () => true,
    })
    expect(nothing.steps).toEqual([])
  }
})

test('a kernel is run for its affected part alone: the rest of its operands is not asked for', () => {
  const number = (op: 'add' | 'multiply', ...args: number[]) =>
    ({ op, args, type: 'number', entity: 'person' }) as const
  const leaf = (name: string) => ({ op: 'input', args: [], type: 'number', entity: 'person', name }) as const
  const variable = (name: string, node: number) =>
    ({ name, node, entity: 'person', label: '', unit: '', reference: '' }) as const
  const program: Program = {
    entities: ['person'],
    relations: [],
    domains: [],
    sources: [],
    guards: [],
    nodes: [
      leaf('wages'),
      { op: 'parameter', args: [], type: 'number', entity: null, name: 'law.a' },
      { op: 'parameter', args: [], type: 'number', entity: null, name: 'law.b' },
      number('multiply', 0, 1),
      number('multiply', 0, 2),
      number('add', 3, 4),
      number('multiply', 5, 5),
    ],
    variables: [variable('a', 3), variable('b', 4), variable('both', 5), variable('square', 6)],
  }
  const compiled = compileProgram(program, { ...defaultLimits, most: 1 })
  const { steps } = planSchedule(program, compiled.kernels, {
    stage: 'law',
    targets: [6],
    isKnown: id => id === 0 || id === 3,
    isStored: id => id === 6,
  })
  expect(steps.map(step => compiled.kernels[step.kernel]!.nodes)).toEqual([[4], [5], [6]])
})

const slotOf = (place: Place): number | undefined => ('slot' in place ? place.slot : undefined)
