/** What is compared with Tax-Calculator: the laws, the years and the variables. */
import { readFileSync } from 'node:fs'
import {
  type CompiledModel,
  type CompiledPopulation,
  readReformFile,
  reformedLaw,
} from '../../engine/src/model/index.ts'
import { unitColumns } from '../../engine/src/model/unit-columns.ts'
import type { ParameterTree } from '../../engine/src/parameters/index.ts'
import { readReform } from '../../engine/src/reforms/index.ts'

export const folder = new URL('../../law/us/validation/', import.meta.url)

/** Laws to compare under: the law as it stands, and reforms from 2018 on that between them move every schedule. */
export const runs = ['baseline', 'deductions-and-exemptions', 'larger-credits', 'rates-and-payroll'] as const
export type Run = (typeof runs)[number]

export const sampleYears = [2018, 2024, 2026, 2030] as const
export const sampleVariables = [
  'c00100',
  'standard',
  'payrolltax',
  'eitc',
  'c07220',
  'taxbc',
  'iitax',
] as const

/** Two amounts are equal to the cent when they differ by half of one at most; rounding of the last bit is forgiven. */
export const halfCent = 0.005 + 1e-9

/** The text of a run's reform in Tax-Calculator's format; null for the law as it stands. */
export function reformText(run: Run): string | null {
  return run === 'baseline' ? null : readFileSync(new URL(`reforms/${run}.json`, folder), 'utf8')
}

export async function lawOf(model: CompiledModel, run: Run): Promise<ParameterTree> {
  if (run === 'baseline') return model.law
  const path = new URL(`reforms/${run}.json`, folder).pathname
  return reformedLaw(model.law, [await readReformFile(model, path)])
}

/** `law` after reforms of any format, one upon the other. */
export async function lawAfter(
  model: CompiledModel,
  law: ParameterTree,
  texts: readonly string[],
): Promise<ParameterTree> {
  const reforms = await Promise.all(texts.map(text => readReform(text, 'reform', model.reforms)))
  return reformedLaw(law, reforms)
}

/** Every variable that both compute, by Tax-Calculator's name. */
export async function mappedVariables(model: CompiledModel): Promise<string[]> {
  return Object.keys((await model.reforms.taxCalculatorNames()).variables)
}

/** Columns in Tax-Calculator's names, in the order of RECID. */
export async function ourColumns(
  model: CompiledModel,
  population: CompiledPopulation,
  law: ParameterTree,
  variables: readonly string[],
): Promise<Map<string, ArrayLike<number>>> {
  const vocabulary = await model.reforms.taxCalculatorNames()
  const table = await unitColumns(model, population, law, variables, vocabulary)
  return new Map(table.columns.map(({ title, values }) => [title, values]))
}

export function differing(ours: ArrayLike<number>, theirs: ArrayLike<number>): number[] {
  const rows: number[] = []
  for (let i = 0; i < theirs.length; i++) if (!(Math.abs(ours[i]! - theirs[i]!) <= halfCent)) rows.push(i)
  return rows
}
