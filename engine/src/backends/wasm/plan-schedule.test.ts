import { expect, test } from 'vitest'
import { randomFrom } from '../testing/random-numbers.ts'
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

test('whatever is known, targets are computed from true values only, and the known is read where it lies', () => {
  for (const [seed, compiled] of compiledPrograms.entries()) {
    const { program, kernels, stages } = compiled
    const random = randomFrom(seed)
    const crossing = new Set(kernels.flatMap(k => (k.stage === 'law' ? k.outputs : [])))
    const known = new Set([...crossing].filter(() => random() < 0.4))
    const targets = [...crossing].filter(id => !known.has(id) && random() < 0.3)
    const { steps } = planSchedule(program, kernels, {
      stage: 'law',
      targets,
      isKnown: id => stages[id] === 'data' || known.has(id),
      isStored: id => targets.includes(id),
    })
    const isScalar = (id: number) => program.nodes[id]!.entity === null
    const columns = new Set<number>()
    const slots = new Map<number, number>()
    for (const { kernel, places } of steps) {
      const { inputs, outputs, nodes, relation } = kernels[kernel]!
      const valid = new Set<number>()
      inputs.forEach((id, i) => {
        const place = places[i]!
        const isGiven = stages[id] === 'data' || known.has(id)
        if (isGiven && slotOf(place) !== 0) expect(place).toEqual({ column: id })
        if ('column' in place ? isGiven || columns.has(id) : slots.get(place.slot) === id) valid.add(id)
      })
      for (const id of nodes)
        if (program.nodes[id]!.args.every(a => isScalar(a) || valid.has(a))) valid.add(id)
      if (!relation) expect(valid.size).toBeGreaterThan(0)
      outputs.forEach((id, i) => {
        const place = places[inputs.length + i]!
        if (known.has(id)) expect(place).toEqual({ slot: 1 })
        if ('column' in place && valid.has(id)) columns.add(id)
        if ('slot' in place) slots.set(place.slot, valid.has(id) ? id : -1)
      })
    }
    expect(targets.filter(id => !columns.has(id))).toEqual([])
  }
})

test('a kernel is run for its affected part alone: what only the rest of it reads is not asked for', () => {
  const number = (op: 'input' | 'negate', ...args: number[]) =>
    ({ op, args, type: 'number', entity: 'person' }) as const
  const nodes = [number('input'), ...[0, 0, 1, 2].map(a => number('negate', a))]
  const program = { ...randomProgram(1, 1), nodes, variables: [] }
  const kernel = (own: number[], inputs: number[]) =>
    ({ stage: 'law', entity: 'person', relation: null, nodes: own, inputs, outputs: own }) as const
  const kernels = [kernel([1], [0]), kernel([2], [0]), kernel([3, 4], [1, 2])]
  const { steps } = planSchedule(program, kernels, {
    stage: 'law',
    targets: [4],
    isKnown: id => id === 0,
    isStored: id => id === 4,
  })
  expect(steps).toEqual([
    { kernel: 1, places: [{ column: 0 }, { slot: 2 }] },
    { kernel: 2, places: [{ slot: 0 }, { slot: 2 }, { slot: 1 }, { column: 4 }] },
  ])
})

const slotOf = (place: Place): number | undefined => ('slot' in place ? place.slot : undefined)
