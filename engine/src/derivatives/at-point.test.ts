/** Variables at another point are what the program answers for other inputs, to the bit. */
import { expect, test } from 'vitest'
import { referenceBackend } from '../backends/reference/reference-backend.ts'
import { ProgramBuilder, verifyProgram } from '../program/index.ts'
import { atPoint, atPointName } from './at-point.ts'
import {
  moved,
  movingInputs,
  piecewisePopulation,
  piecewiseProgram,
  tangentOf,
} from './testing/piecewise-program.ts'

const far = {
  name: 'far',
  inputs: Object.fromEntries(
    movingInputs.map(input => [
      input,
      (...[builder, own, { entity }]: Parameters<Parameters<typeof atPoint>[2]['inputs'][string]>) => {
        const step = builder.apply(
          'multiply',
          builder.parameter('step'),
          builder.input(entity!, tangentOf(input)),
        )
        return builder.apply('add', own, step)
      },
    ]),
  ),
}

test('random programs at another point equal themselves with moved inputs', async () => {
  let different = 0
  for (let seed = 1; seed <= 150; seed++) {
    const program = piecewiseProgram(seed, 12 + (seed % 50))
    const population = piecewisePopulation(seed, 12)
    const names = program.variables.map(v => v.name)
    const derived = atPoint(program, names, far)
    expect(verifyProgram(derived)).toEqual([])
    const wanted = derived.variables.map(v => v.name)
    const result = await referenceBackend.run(derived, population, new Map([['step', 3]]), wanted)
    const here = await referenceBackend.run(program, population, new Map(), names)
    const there = await referenceBackend.run(program, moved(population, 3), new Map(), names)
    for (const name of names) {
      expect(result.get(name), `seed ${seed}, ${name}`).toEqual(here.get(name))
      expect(result.get(atPointName(name, 'far')), `seed ${seed}, ${name}`).toEqual(there.get(name))
      if (here.get(name)!.some((value, row) => value !== there.get(name)![row])) different++
    }
  }
  expect(different).toBeGreaterThan(1000)
})

test('what does not depend on the inputs is computed once', () => {
  const program = piecewiseProgram(1, 20)
  const still = atPoint(
    program,
    program.variables.map(v => v.name),
    { name: 'same', inputs: {} },
  )
  expect(still.nodes.length).toBe(atPoint(program, [], { name: 'same', inputs: {} }).nodes.length)
})

test('what stands in place of a variable at the point is what others there are computed from', async () => {
  const b = new ProgramBuilder([])
  const wages = b.input('person', 'wages')
  const credit = b.apply('multiply', wages, b.constant(2))
  const net = b.apply('add', wages, credit)
  const variables = Object.entries({ credit, net }).map(([name, node]) => {
    return { name, node, entity: 'person', label: '', unit: '', reference: '' }
  })
  const parts = { entities: ['person'], relations: [], domains: [], sources: [], guards: [] }
  const derived = atPoint({ ...parts, nodes: b.nodes, variables }, ['credit', 'net'], {
    name: 'more',
    inputs: { wages: (builder, own) => builder.apply('add', own, builder.constant(10)) },
    variables: { credit: (builder, own, there) => builder.apply('minimum', own('credit'), there('credit')) },
  })
  const columns = new Map([['wages', Float64Array.of(1, -50)]])
  const population = { entities: { person: { count: 2, columns } }, relations: {} }
  const wanted = ['net', 'credit:at_more', 'net:at_more']
  const result = await referenceBackend.run(derived, population, new Map(), wanted)
  expect(wanted.map(name => [...result.get(name)!])).toEqual([
    [3, -150],
    [2, -100],
    [13, -140],
  ])
})

test('an unknown variable is refused', () => {
  expect(() => atPoint(piecewiseProgram(1, 20), ['nothing'], far)).toThrow(RangeError)
})
