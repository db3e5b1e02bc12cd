/** Formulas made by accident, given to the compiler: none may break it. */
import { below, pick, type Random } from '../../backends/testing/random-numbers.ts'
import type { ParameterGroup } from '../../parameters/parameter-shape.ts'
import { verifyProgram } from '../../program/index.ts'
import { compileReformedLaw, type LawSyntax } from '../compile-law.ts'
import { LawError } from '../law-problem.ts'
import type { VariableDefinition } from '../read-definitions.ts'
import { asArrow, formulaChange } from './formula-changes.ts'
import { mutateFormula, wordsOf } from './mutate-formula.ts'

export interface FuzzedFormulas {
  /** By code of the first mistake, `compiled` for none. */
  readonly outcomes: ReadonlyMap<string, number>
  /** Texts that were neither compiled to a program that verifies nor refused with a place in them and a way out. */
  readonly broken: readonly string[]
  readonly slowest: { readonly milliseconds: number; readonly text: string }
}

/** Compiles `law` with `count` mutated formulas of its own, one at a time. */
export function fuzzFormulas(
  law: LawSyntax,
  parameters: ParameterGroup,
  count: number,
  random: Random,
): FuzzedFormulas {
  const computed = [...law.definitions.variables.values()].filter(({ kind }) => kind === 'variable')
  const texts = computed.map(({ formula, module }) =>
    wordsOf(asArrow(module.text.slice(formula!.start!, formula!.end!))),
  )
  const outcomes = new Map<string, number>()
  const broken: string[] = []
  let slowest = { milliseconds: 0, text: '' }
  for (let i = 0; i < count; i++) {
    const at = below(random, computed.length)
    const text = mutateFormula(texts[at]!, pick(random, texts), random)
    const begun = performance.now()
    const outcome = outcomeOf(text, random() < 0.2 ? pick(random, computed) : computed[at]!)
    const milliseconds = performance.now() - begun
    if (milliseconds > slowest.milliseconds) slowest = { milliseconds, text }
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    if (outcome.startsWith('broken')) broken.push(text)
  }
  return { outcomes, broken, slowest }

  function outcomeOf(text: string, { name, entity }: VariableDefinition): string {
    const isNew = random() < 0.3
    const about = { entity, label: 'Added', reference: '§1' }
    const change = isNew ? formulaChange('added', text, about) : formulaChange(name, text)
    const lines = text.split('\n')
    try {
      const { program } = compileReformedLaw(law, parameters, [change])
      return verifyProgram(program).length === 0 ? 'compiled' : 'broken program'
    } catch (error) {
      if (!(error instanceof LawError)) return `broken: ${error}`
      const isPlaced = error.problems.every(
        ({ file, line, column, problem, remedy }) =>
          file === 'reform.yaml' && column <= (lines[line - 11]?.length ?? -1) + 7 && problem && remedy,
      )
      return isPlaced ? error.code : `broken place ${JSON.stringify(error.problems)}`
    }
  }
}
