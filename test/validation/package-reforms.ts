/** The sixty reforms of Tax-Calculator's own test: what it expects of them, and what the law here answers. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { CompiledModel } from '../../engine/src/model/index.ts'
import type { ParameterTree } from '../../engine/src/parameters/index.ts'
import { openUnits } from './some-units.ts'
import { folder, lawAfter, ourColumns } from './validation-runs.ts'

export interface PackageReforms {
  /** The units of its test, one in a hundred of the file. */
  readonly recid: readonly number[]
  /** By year, what it multiplies the weights of these units by, so that they stand for all. */
  readonly weightScales: Readonly<Record<string, number>>
  /** By name, the reform texts that make the law to compare with. */
  readonly baselines: Readonly<Record<string, readonly string[]>>
  readonly reforms: readonly PackageReform[]
}

export interface PackageReform {
  readonly number: number
  readonly title: string
  readonly baseline: string
  readonly text: string
  readonly variable: string
  /** The first of four years. */
  readonly first: number
  /** What Tax-Calculator computes in each year: the change of the variable's total. */
  readonly billions: readonly number[]
  /** The same as its test has it, with one decimal. */
  readonly expected: readonly string[]
}

export const packageReformsFile = new URL('package-reforms.json.gz', folder)

export function readPackageReforms(): PackageReforms {
  return JSON.parse(gunzipSync(readFileSync(packageReformsFile)).toString()) as PackageReforms
}

/** For each reform the change in each of its years, in billions of dollars, as the law here has it. */
export async function ourBillions(
  model: CompiledModel,
  { recid, weightScales, baselines, reforms }: PackageReforms,
): Promise<number[][]> {
  const lawOf = new Map<string, ParameterTree>()
  for (const [name, texts] of Object.entries(baselines))
    lawOf.set(name, await lawAfter(model, model.law, texts))
  const reformed: ParameterTree[] = []
  for (const { baseline, text } of reforms) reformed.push(await lawAfter(model, lawOf.get(baseline)!, [text]))
  const answers: number[][] = reforms.map(() => [])
  for (const year of Object.keys(weightScales).map(Number)) {
    const population = await openUnits(model, recid, year)
    const column = async (law: ParameterTree, variable: string) =>
      (await ourColumns(model, population, law, [variable])).get(variable)!
    const weights = await column(model.law, 's006')
    for (const [i, { baseline, variable, first, billions }] of reforms.entries()) {
      if (year < first || year >= first + billions.length) continue
      const before = await column(lawOf.get(baseline)!, variable)
      const now = await column(reformed[i]!, variable)
      let total = 0
      for (let unit = 0; unit < now.length; unit++) total += (now[unit]! - before[unit]!) * weights[unit]!
      answers[i]![year - first] = total * weightScales[year]! * 1e-9
    }
    await population.close()
  }
  return answers
}

/** What is wrong with our answer to one reform; empty when it is Tax-Calculator's to $1 million and as printed. */
export function shortfalls({ billions, expected }: PackageReform, ours: readonly number[]): string[] {
  return billions.flatMap((theirs, year) => {
    const printed = ours[year]?.toFixed(1)
    const same = Math.abs(ours[year]! - theirs) < 1e-3 && Number(printed) === Number(expected[year])
    return same ? [] : [`${ours[year]} (${printed}) here, ${theirs} (${expected[year]}) there`]
  })
}
