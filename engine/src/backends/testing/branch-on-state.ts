import type { Node, Program } from '../../program/index.ts'
import type { Population } from '../backend.ts'
import { below, pick, randomFrom } from './random-numbers.ts'

const states = ['north', 'east', 'south', 'west', 'centre']
const entities = ['household', 'tax_unit', 'person'] as const
export const stateLeaf = 'state'

/**
 * A random program whose choices depend on the state of a household, here and there: `state` is an input, and conditions
 * of the program are replaced by whether it is a certain one. Undefined for a program without households.
 */
export function branchOnState(program: Program, seed: number): Program | undefined {
  if (!program.relations.some(r => r.name === 'person.household')) return undefined
  const random = randomFrom(seed)
  const domain = 'state'
  const added: Node[] = states.map((_, value) => ({
    ...{ op: 'constant', args: [], type: 'category', entity: null, value, domain },
  }))
  added.push({ op: 'input', args: [], type: 'category', entity: 'household', name: stateLeaf, domain })
  const leaf = added.length - 1
  for (const entity of ['tax_unit', 'person'])
    added.push({
      ...{ op: 'project', args: [leaf], type: 'category', entity, name: `${entity}.household`, domain },
    })
  const isState = new Map(
    entities.map((entity, e) => [
      entity as string,
      states.map(
        (_, state) => added.push({ op: 'equal', args: [leaf + e, state], type: 'bool', entity }) - 1,
      ),
    ]),
  )
  const shift = added.length
  const nodes = program.nodes.map((node, id): Node => {
    const args = node.args.map(a => a + shift)
    const conditions = node.entity === null ? undefined : isState.get(node.entity)
    if (!conditions || node.type === 'category' || random() < 0.3) return { ...node, args }
    for (const [i, a] of node.args.entries())
      if (program.nodes[a]!.type === 'bool' && program.nodes[a]!.entity !== null && random() < 0.5)
        if (program.nodes[a]!.entity === node.entity && node.op !== 'project')
          args[i] = pick(random, conditions)
    const nearby = id > 0 && node.op === 'select' && random() < 0.3 ? id - 1 : undefined
    const near = nearby === undefined ? undefined : program.nodes[nearby]!
    if (near && near.type === node.type && near.domain === node.domain && near.entity === node.entity)
      args[1 + below(random, 2)] = nearby! + shift
    return { ...node, args }
  })
  const variables = program.variables.map(v => ({ ...v, node: v.node + shift }))
  const domains = [...program.domains, { name: domain, values: states }]
  return { ...program, domains, nodes: [...added, ...nodes], variables }
}

/** A population in which many an input has one value for all, or for all of one state. */
export function withFewValues(population: Population, seed: number): Population {
  const random = randomFrom(seed)
  const changed = Object.entries(population.entities).map(([name, { count, columns }]) => {
    const rows = [...columns].map(([column, values]) => {
      if (column === stateLeaf || random() < 0.4) return [column, values] as const
      return [column, values.fill(values[0] ?? 0)] as const
    })
    return [name, { count, columns: new Map(rows) }] as const
  })
  return { ...population, entities: Object.fromEntries(changed) }
}
