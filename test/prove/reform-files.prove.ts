/**
 * Proves that a reform file of Tax-Calculator means here what it means there: every file the package ships, alone and on
 * top of its 2017 law, gives equal values of every parameter in every year.
 *
 * usage: node test/prove/reform-files.prove.ts [PYTHON]
 */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { applyReform, loadParameterTree, type ParameterTree } from '../../engine/src/parameters/index.ts'
import { mappedPath, readReform, reformContext } from '../../engine/src/reforms/index.ts'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
const [python = path('../../.venv/bin/python')] = process.argv.slice(2)

interface Answer {
  readonly name: string
  readonly refused?: string
  readonly first: number
  readonly values: Record<string, (number | boolean | (number | boolean)[])[]>
}

const law = loadParameterTree()
const context = reformContext(law)
const names = await context.taxCalculatorNames()
const ask = (words: string[], input = '') =>
  execFileSync(python, [path('tax_calculator_parameters.py'), ...words], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  })

const files = JSON.parse(ask(['--list'])) as { name: string; text: string }[]
const preTcja = files.find(({ name }) => name === '2017_law.json')!.text
const records = JSON.stringify({
  STD: [
    { year: 2027, value: 30000 },
    { year: 2029, MARS: 'mjoint', value: 61000 },
  ],
  'CTC_c-indexed': [{ year: 2027, value: false }],
  II_rt7: [{ year: 2026, value: 0.41 }],
})
const jobs = [
  ...files.map(({ name, text }) => ({ name, reforms: [text] })),
  ...files.map(({ name, text }) => ({ name: `2017_law.json + ${name}`, reforms: [preTcja, text] })),
  { name: 'ParamTools records', reforms: [records] },
]
const answers = ask([], JSON.stringify(jobs))
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as Answer)

let failed = 0
let equal = 0
let refused = 0
for (const [i, { name, reforms }] of jobs.entries()) {
  const theirs = answers[i]!
  const ours = await reformed(reforms)
  if (theirs.refused !== undefined || ours instanceof Error) {
    const both = theirs.refused !== undefined && ours instanceof Error
    if (both) refused++
    else failed++
    if (!both)
      console.log(
        `${name}: ${theirs.refused ? `only they refuse it: ${theirs.refused}` : `only we refuse it: ${(ours as Error).message}`}`,
      )
    continue
  }
  const different = differences(ours, theirs)
  if (different.length === 0) equal++
  else failed++
  if (different.length > 0)
    console.log(`${name}: ${different.length} values differ, e.g. ${different.slice(0, 3).join('; ')}`)
}
console.log(
  `${jobs.length} reforms: ${equal} equal in every parameter and year, ${refused} refused by both, ${failed} not the same`,
)
process.exit(failed === 0 && equal > 20 ? 0 : 1)

async function reformed(texts: readonly string[]): Promise<ParameterTree | Error> {
  try {
    let tree = law
    for (const text of texts) tree = applyReform(tree, (await readReform(text, 'reform', context)).changes)
    return tree
  } catch (error) {
    return error as Error
  }
}

function differences(tree: ParameterTree, { first, values }: Answer): string[] {
  return Object.entries(names.parameters).flatMap(([name, mapped]) => {
    const years = values[name]
    if (!years) return []
    const paths = mapped.by
      ? names.enums[mapped.by]!.map(({ value }) => `${mappedPath(mapped)}.${value}`)
      : [mappedPath(mapped)]
    return paths.flatMap((leaf, position) => {
      const own = tree.series(leaf)
      return years.flatMap((value, i) => {
        const year = first + i
        const here = own[year - tree.years.first]
        if (here === undefined) return []
        const there = Number(Array.isArray(value) ? value[position] : value) * (mapped.factor ?? 1)
        return here === there ? [] : [`${name} ${leaf} ${year}: ${here} here, ${there} there`]
      })
    })
  })
}
