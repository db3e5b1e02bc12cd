import { definitionOf, ops } from './op.ts'
import type { Node, Program } from './program.ts'
import { resultType } from './program-builder.ts'

/**
 * Checks a program against the table of operations: order, operand types, entities, names. Answers the problems found,
 * each naming its node; an empty list means the program is total.
 */
export function verifyProgram(program: Program): string[] {
  const problems: string[] = []
  const entities = new Set(program.entities)
  const relations = new Map(program.relations.map(r => [r.name, r]))
  const domains = new Map(program.domains.map(d => [d.name, d.values.length]))
  program.nodes.forEach((node, i) => {
    try {
      check(node)
    } catch (error) {
      problems.push(`node ${i} (${node.op}): ${(error as Error).message}`)
    }

    function check({ op, args, type, domain, entity, name, value, source }: Node) {
      require(Object.hasOwn(ops, op), 'unknown operation')
      require(args.every(a => Number.isInteger(a) && a >= 0 && a < i), 'an operand is not an earlier node')
      require((type === 'category') ===
        (domain !== undefined), 'a category names its enum, and nothing else does')
      if (domain !== undefined) require(domains.has(domain), `unknown enum ${domain}`)
      if (entity !== null) require(entities.has(entity), `unknown entity ${entity}`)
      if (source !== undefined) require(source in program.sources, `no source ${source}`)
      const operands = args.map(a => program.nodes[a]!)
      const { kind } = definitionOf(op)
      if (kind === 'leaf') {
        require(args.length === 0, 'a leaf has no operands')
        require((op === 'input') === (entity !== null), 'an input has an entity, other leaves have none')
        if (op === 'constant') checkConstant(type, value, domain)
        else require(!!name, 'a name is missing')
        return
      }
      const expected = resultType(op, operands)
      require(type === expected.type && domain === expected.domain, `result is ${type}, not ${expected.type}`)
      if (kind === 'relation') {
        const relation = relations.get(name ?? '')
        require(relation !== undefined, `unknown relation ${name}`)
        const { from, to } = relation!
        const [source, target] = op === 'project' ? [to, from] : [from, to]
        require(entity === target, `result belongs to ${target}`)
        require(operands[0]!.entity === source ||
          operands[0]!.entity === null, `operand belongs to ${source}`)
        return
      }
      const columns = new Set(operands.map(o => o.entity).filter(e => e !== null))
      require(columns.size <= 1 &&
        (entity ?? undefined) === [...columns][0], 'entities of operands and result differ')
    }

    function checkConstant(type: Node['type'], value: number | undefined, domain: string | undefined) {
      require(typeof value === 'number', 'a constant has a value')
      if (type === 'bool') require(value === 0 || value === 1, 'a condition is 0 or 1')
      if (type === 'category')
        require(Number.isInteger(value) && value! >= 0 && value! < domains.get(domain!)!, 'no such category')
    }
  })
  for (const { name, from, to } of program.relations)
    if (from === to || !entities.has(from) || !entities.has(to))
      problems.push(`relation ${name}: it does not lead from one entity to another`)
  for (const [kind, names] of [
    ['entity', program.entities],
    ['relation', program.relations.map(r => r.name)],
    ['enum', program.domains.map(d => d.name)],
    ['variable', program.variables.map(v => v.name)],
    ...program.domains.map(d => [`value of ${d.name}`, d.values] as const),
  ] as const)
    for (const name of repeated(names)) problems.push(`${kind} ${name}: there are two of them`)
  for (const { name, node, entity } of program.variables) {
    const at = program.nodes[node]
    if (!entities.has(entity)) problems.push(`variable ${name}: unknown entity ${entity}`)
    else if (!at) problems.push(`variable ${name}: no node ${node}`)
    else if (at.entity !== null && at.entity !== entity)
      problems.push(`variable ${name}: a column of ${at.entity}, not of ${entity}`)
  }
  return problems
}

function require(condition: boolean, problem: string): void {
  if (!condition) throw new TypeError(problem)
}

function repeated(names: readonly string[]): string[] {
  const seen = new Set<string>()
  return names.filter(name => seen.size === seen.add(name).size)
}
