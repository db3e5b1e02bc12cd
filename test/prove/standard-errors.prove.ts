/**
 * Proves that standard errors are what resampling says: budget, income groups, winners and inequality under a reform
 * against a bootstrap of whole households.
 *
 * usage: node test/prove/standard-errors.prove.ts
 */
import { fileURLToPath } from 'node:url'
import { openModel, openPopulation, readReformFile, reformedLaw } from '../../engine/src/model/index.ts'
import { seededRandom } from '../../engine/src/outcomes/testing/random-population.ts'

const replicates = 200
/** Both sides are estimates: of 264 strata and of 200 replicates. */
const tolerance = 0.2

const model = await openModel()
const population = await openPopulation(model, 'us-cps', 2026)
const reformFile = new URL('../../law/us/reforms/larger-child-tax-credit.reform.yaml', import.meta.url)
const law = reformedLaw(model.law, [await readReformFile(model, fileURLToPath(reformFile))])
const { impact } = await population.impact(model.law, law)
const names = ['household_net_income', 'household_size', 'income_tax']
const before = await population.columnsUnder(model.law, names)
const after = await population.columnsUnder(law, names)
const { weight, relations } = population.dataset
await population.close()

const income = before.get('household_net_income')!
const reformed = after.get('household_net_income')!
const size = before.get('household_size')!
const count = income.length
const taxChange = new Float64Array(count)
relations['tax_unit.household']!.forEach((household, unit) => {
  const change = after.get('income_tax')![unit]! - before.get('income_tax')![unit]!
  taxChange[household] = taxChange[household]! + weight.tax_unit![unit]! * change
})
const people = weight.household!.map((one, household) => one * size[household]!)
const groupBounds = impact.groups.slice(1).map(({ upperBound }) => upperBound ?? Number.POSITIVE_INFINITY)
const equivalised = (incomes: Float64Array) =>
  incomes.map((one, household) => Math.max(0, one / Math.sqrt(Math.max(1, size[household]!))))
const [ranked, rankedThen] = [equivalised(income), equivalised(reformed)]
const group = income.map((one, household) =>
  one < 0 ? 0 : 1 + groupBounds.findIndex(bound => one / Math.sqrt(size[household]!) <= bound),
)
const order = [ranked, rankedThen].map(incomes =>
  Uint32Array.from(incomes.keys()).sort((a, b) => incomes[a]! - incomes[b]!),
)

function curve(incomes: Float64Array, ascending: Uint32Array, times: Uint8Array) {
  let [weights, sum, area] = [0, 0, 0]
  const bottom: number[] = []
  const total = ascending.reduce((all, household) => all + people[household]! * times[household]!, 0)
  for (const household of ascending) {
    const own = people[household]! * times[household]!
    if (weights < total / 2 && weights + own >= total / 2) bottom.push(sum)
    area += own * (2 * sum + own * incomes[household]!)
    sum += own * incomes[household]!
    weights += own
  }
  return { gini: 1 - area / (weights * sum), bottom50: bottom[0]! / sum }
}

function statistics(times: Uint8Array): Record<string, number> {
  const sums = Array.from({ length: 12 }, () => ({ people: 0, change: 0, income: 0, won: 0 }))
  let budget = 0
  for (let household = 0; household < count; household++) {
    const own = people[household]! * times[household]!
    const change = reformed[household]! - income[household]!
    budget += taxChange[household]! * times[household]!
    for (const sum of [sums[group[household]!]!, sums[11]!]) {
      sum.people += own
      sum.change += own * change
      sum.income += own * income[household]!
      if (change / Math.max(1, income[household]!) > 0.05) sum.won += own
    }
  }
  const [lorenz, lorenzThen] = [curve(ranked, order[0]!, times), curve(rankedThen, order[1]!, times)]
  return {
    budget,
    ...Object.fromEntries(
      sums.flatMap(({ people: all, change, income: sum, won }, i) => [
        [`average change of group ${i}`, change / all],
        [`relative change of group ${i}`, change / sum],
        [`winners of group ${i}`, won / all],
      ]),
    ),
    gini: lorenz.gini,
    'change of gini': lorenzThen.gini - lorenz.gini,
    'bottom 50%': lorenz.bottom50,
    'change of bottom 50%': lorenzThen.bottom50 - lorenz.bottom50,
  }
}

const random = seededRandom(26)
const drawn = Array.from({ length: replicates }, () => {
  const times = new Uint8Array(count)
  for (let draw = 0; draw < count; draw++) times[Math.floor(random() * count)]!++
  return statistics(times)
})
const deviation = (name: string) => {
  const values = drawn.map(of => of[name]!)
  const mean = values.reduce((sum, value) => sum + value, 0) / replicates
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (replicates - 1))
}

const { groups, overall, inequality, budget } = impact
const ours: Record<string, number | null> = {
  budget: budget.standardError.total,
  ...Object.fromEntries(
    [...groups.slice(1), overall].flatMap(({ standardError, winnersAndLosers }, i) => [
      [`average change of group ${i + 1}`, standardError.averageChange],
      [`relative change of group ${i + 1}`, standardError.relativeChange],
      [`winners of group ${i + 1}`, winnersAndLosers.standardError.gainMoreThan5Percent],
    ]),
  ),
  gini: inequality.gini.standardError.baseline,
  'change of gini': inequality.gini.standardError.change,
  'bottom 50%': inequality.bottom50Share.standardError.baseline,
  'change of bottom 50%': inequality.bottom50Share.standardError.change,
}
let wrong = 0
const logarithms: number[] = []
for (const [name, error] of Object.entries(ours)) {
  const expected = deviation(name)
  if (expected === 0 && error === 0) continue
  const ratio = error! / expected
  logarithms.push(Math.log(ratio))
  if (!(Math.abs(ratio - 1) <= tolerance)) {
    wrong++
    console.log(`  ${name}: ${error}, and ${expected} by resampling`)
  }
}
const mean = Math.exp(logarithms.reduce((sum, one) => sum + one, 0) / logarithms.length)
console.log(
  `${logarithms.length} standard errors against ${replicates} bootstrap samples: ${(mean * 100).toFixed(1)}% of them on average, ${wrong} off by more than ${tolerance * 100}%`,
)
process.exit(wrong === 0 && Math.abs(mean - 1) < 0.08 ? 0 : 1)
