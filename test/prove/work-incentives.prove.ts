/**
 * Proves work incentives of the whole population: rates against those of `reformlab rates`, participation and cliffs against
 * runs of the law with other earnings, and what is added up of them against sums taken one by one.
 *
 * usage: node test/prove/work-incentives.prove.ts
 */
import {
  type CompiledPopulation,
  type EarnerGroup,
  openModel,
  openPopulation,
  openRates,
  type RatesOfTax,
  workIncentives,
} from '../../engine/src/model/index.ts'
import {
  type EarnerColumns,
  openEarners,
} from '../../engine/src/model/rates/work-incentives/earner-calculator.ts'
import type { Earners } from '../../engine/src/model/rates/work-incentives/earners.ts'
import { everybodyClaims, lawWith } from '../validation/incentive-laws.ts'

const YEAR = 2026
const REACH = 2000
const kinds = ['employment_income', 'self_employment_income', 'farm_income'] as const
const roles = ['head', 'spouse'] as const
const model = await openModel()
const population = await openPopulation(model, 'us-cps', YEAR)
const laws = {
  'current law': await lawWith(model, YEAR, everybodyClaims),
  'higher rates': await lawWith(model, YEAR, {
    ...everybodyClaims,
    'gov.irs.income.bracket.rates.2': 0.2,
    'gov.irs.credits.eitc.phase_out.rate.two': 0.9,
  }),
}
let failures = 0
const cached = new Map<string, Float64Array>()
const terms = { perCompensation: true, reach: REACH }
const calculator = await openEarners(model, population)
const { earners } = calculator
for (const [title, law] of Object.entries(laws)) {
  const columns = await calculator.under(law, terms)
  await compareRates(title, law, columns)
  await compareMoves(title, law, columns)
  const request = { baseline: laws['current law'], reform: law, ...terms }
  compareSums(title, await workIncentives(model, population, request), columns)
}
await calculator.close()
await population.close()
console.log(`${failures} failures`)
process.exit(failures === 0 ? 0 : 1)

/** Rates on each kind of earnings, weighted by what the earner's are made of. */
async function compareRates(title: string, law: typeof model.law, columns: EarnerColumns): Promise<void> {
  for (const [role, person] of roles.entries()) {
    const rateOf = async (income: string, perCompensation: boolean) => {
      const rates = await openRates(model, population, { income, person, perCompensation })
      const all = await rates.rates(law)
      await rates.close()
      return all.at(-1)!
    }
    const [wages, business, farm] = [
      await rateOf(kinds[0], false),
      await rateOf(kinds[1], false),
      await rateOf(kinds[2], false),
    ]
    const ofCompensation = await rateOf(kinds[0], true)
    for (const [side, ours] of [
      ['right', columns.next],
      ['left', columns.last],
    ] as const) {
      let different = 0
      let compared = 0
      earners.taxUnits.forEach((unit, earner) => {
        if (earners.roles[earner] !== role) return
        const profits = kinds.map(kind => Math.max(0, amount(population, kind, earners.persons[earner]!)))
        const shares = profits.map(profit => profit / earners.earnings[earner]!)
        const taxes = [wages, business, farm].map((of: RatesOfTax) => of[side][unit]!)
        const tax = shares.reduce((sum, share, kind) => sum + share * taxes[kind]!, 0)
        const perWages = ofCompensation[side][unit] === 0 ? 1 : taxes[0]! / ofCompensation[side][unit]!
        const expected = tax / (1 + shares[0]! * (perWages - 1))
        compared++
        if (Math.abs(ours[earner]! - expected) > 1e-9) different++
      })
      say(
        `${title}: rates of ${compared} ${person}s to the ${side}, ${different} differ`,
        different <= compared * 1e-5,
      )
    }
  }
}

/** Net income of each earner's unit with no earnings, and with more. */
async function compareMoves(title: string, law: typeof model.law, columns: EarnerColumns): Promise<void> {
  const own = kinds.map(kind => population.column('person', kind)!)
  const names = ['after_tax_income', 'employer_payroll_tax']
  const here = await population.columnsUnder(law, names)
  for (const [role, person] of roles.entries()) {
    const earnerOf = new Map<number, number>()
    earners.persons.forEach((row, earner) => {
      if (earners.roles[earner] === role) earnerOf.set(row, earner)
    })
    const moved = (otherwise: (amount: number, gross: number) => number) => {
      const changed = kinds.map((name, kind) => ({
        entity: 'person' as const,
        name,
        values: own[kind]!.map((value, row) => {
          const earner = earnerOf.get(row)
          return earner === undefined ? value : otherwise(value, earners.earnings[earner]!)
        }),
      }))
      return population.withInputs(changed, () => population.columnsUnder(law, names))
    }
    const nothing = await moved(value => Math.min(0, value))
    const further = await moved((value, gross) => value + (REACH * Math.max(0, value)) / gross)
    let worst = { participation: 0, loss: 0 }
    for (const earner of earnerOf.values()) {
      const unit = earners.taxUnits[earner]!
      const change = (there: typeof here, name: string, row: number) =>
        here.get(name)![row]! - there.get(name)![row]!
      const all = earners.earnings[earner]! + change(nothing, names[1]!, unit)
      const participation = 1 - change(nothing, names[0]!, unit) / all
      const loss = change(further, names[0]!, unit)
      worst = {
        participation: Math.max(
          worst.participation,
          Math.abs(participation - columns.participation[earner]!),
        ),
        loss: Math.max(worst.loss, Math.abs(loss - columns.lossAtReach[earner]!)),
      }
    }
    say(
      `${title}: ${earnerOf.size} ${person}s without earnings and with more: ${JSON.stringify(worst)}`,
      Math.max(...Object.values(worst)) < 1e-6,
    )
  }
}

/** Sums over the earners of every group, one by one. */
function compareSums(
  title: string,
  incentives: Awaited<ReturnType<typeof workIncentives>>,
  columns: EarnerColumns,
): void {
  const groups: [EarnerGroup, (earner: number) => boolean][] = [
    [incentives.overall, () => true],
    ...incentives.roles.map((group, role): [EarnerGroup, (earner: number) => boolean] => [
      group,
      earner => earners.roles[earner] === role,
    ]),
  ]
  let worst = 0
  for (const [group, belongs] of groups) {
    const rows = [...earners.persons.keys()].filter(belongs)
    const share = (holds: (row: number) => boolean) =>
      weightOf(earners, rows.filter(holds)) / weightOf(earners, rows)
    const rates = columns.next
    const mean =
      rows.reduce((sum, row) => sum + earners.weights[row]! * rates[row]!, 0) / weightOf(earners, rows)
    const { next } = group.marginalRates
    const gap = rows.reduce((sum, row) => {
      const loss = columns.lossAtReach[row]!
      return sum + (loss > 0.005 ? earners.weights[row]! * loss : 0)
    }, 0)
    const onCliff = share(
      row => columns.lossAtReach[row]! > 0.005 || rates[row]! > 1 + 1e-9 || columns.drop[row]! > 0.005,
    )
    const bands = incentives.bands.map(({ from, to }) =>
      share(row => rates[row]! >= (from ?? -1e9) - 1e-9 && rates[row]! < (to ?? 1e9) - 1e-9),
    )
    const median = next.quantiles.median.reform!
    const half = [share(row => rates[row]! < median), share(row => rates[row]! <= median)] as const
    worst = Math.max(
      worst,
      Math.abs(mean - next.mean.reform!),
      Math.abs(gap - group.cliffs.gap.reform!) / Math.max(1, gap),
      Math.abs(onCliff - group.cliffs.share.reform!),
      ...bands.map((of, band) => Math.abs(of - next.bands.reform![band]!)),
      half[0] < 0.5 && half[1] >= 0.5 - 1e-9 ? 0 : 1,
    )
  }
  const parts = ['records', 'earners'] as const
  for (const part of parts) {
    const sum = incentives.groups.reduce((all, group) => all + group[part], 0)
    worst = Math.max(worst, Math.abs(sum / incentives.overall[part] - 1))
  }
  const { share, gap } = incentives.overall.cliffs
  say(`${title}: ${share.reform} on a cliff of ${gap.reform}, sums are off by at most ${worst}`, worst < 1e-9)
}

function weightOf(of: Earners, rows: readonly number[]): number {
  return rows.reduce((sum, row) => sum + of.weights[row]!, 0)
}

function amount(of: CompiledPopulation, kind: string, person: number): number {
  cached.set(kind, cached.get(kind) ?? of.column('person', kind)!)
  return cached.get(kind)![person]!
}

function say(line: string, holds: boolean): void {
  console.log(`${holds ? 'ok' : 'FAILED'} ${line}`)
  if (!holds) failures++
}
