/**
 * Compares a compiled law, on the reference back-end, with running the law's own functions.
 */
import { evaluate } from '../../backends/reference/reference-backend.ts'
import type { Random } from '../../backends/testing/random-numbers.ts'
import {
  arrangeSituation,
  columnValue,
  type LoadedLaw,
  lawObject,
  runDirectly,
  type Situation,
  situationPopulation,
} from '../../direct/index.ts'
import type { ParameterShape } from '../../parameters/parameter-shape.ts'
import type { Program } from '../../program/index.ts'
import { randomAmount } from './random-situation.ts'

export interface Difference {
  readonly variable: string
  readonly record: string
  readonly program: number
  readonly direct: number
}

/** Every variable of every record; values are equal to the bit, −0 and 0 alike. */
export function compareWithDirect(
  program: Program,
  loaded: LoadedLaw,
  leaves: ReadonlyMap<string, number | boolean>,
  situation: Situation,
): Difference[] {
  const arranged = arrangeSituation(loaded, situation)
  const parameters = new Map([...leaves].map(([path, value]) => [path, Number(value)]))
  const targets = program.variables.map(v => v.node)
  const values = evaluate(program, situationPopulation(loaded, arranged), parameters, targets)
  const records = runDirectly(loaded, lawObject(leaves), situation)
  const differences: Difference[] = []
  for (const { name, node, entity } of program.variables) {
    const column = values[node]!
    const { plural } = loaded.entities.get(entity)!
    arranged.entities.get(entity)!.names.forEach((record, row) => {
      const compiled = typeof column === 'number' ? column : column[row]!
      const direct = columnValue(loaded, name, records[plural]![record]![name])
      if (!Object.is(compiled + 0, direct + 0))
        differences.push({ variable: name, record, program: compiled, direct })
    })
  }
  return differences
}

/** A value for each leaf of `shape`: rates, amounts, conditions; positive, since a law may divide by a step. */
export function randomLeaves(shape: ParameterShape, random: Random): Map<string, number | boolean> {
  const leaves = new Map<string, number | boolean>()
  visit(shape, '')
  return leaves

  function visit(part: ParameterShape, path: string) {
    if (part.kind === 'group')
      for (const [name, child] of part.children) visit(child, path ? `${path}.${name}` : name)
    else if (part.type === 'bool') leaves.set(path, random() < 0.5)
    else
      leaves.set(
        path,
        random() < 0.5 ? Math.round(random() * 1000 + 1) / 1000 : Math.abs(randomAmount(random)) || 1,
      )
  }
}
