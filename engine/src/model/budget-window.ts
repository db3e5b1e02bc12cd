/** What a reform does to the budget over several years, each with its own law and population. */
import type { Budget, Impact } from '../outcomes/index.ts'
import type { ParameterTree } from '../parameters/parameter-tree.ts'
import type { ModelPopulation } from './model.ts'

export interface BudgetOfYear {
  readonly year: number
  readonly budget: Budget
  /** Programmes that enter the budget itself, by name: their change as government sees it. */
  readonly programmes: Readonly<Record<string, number>>
}

export interface BudgetWindow {
  readonly format: 'reformlab-budget/1'
  readonly currency: string
  readonly dataset: string
  /** Amounts are those of each year, not adjusted for prices. */
  readonly years: readonly BudgetOfYear[]
  /** Sums over the years; years share records, so that their errors do not add up like this. */
  readonly total: {
    readonly budget: Omit<Budget, 'standardError'>
    readonly programmes: BudgetOfYear['programmes']
  }
  /** Names of programmes by label, those that change in some year. */
  readonly labels: Readonly<Record<string, string>>
}

/** `population` ends in the last of `years`. Throws E_DATASET_YEAR, E_DATE_RANGE, E_OUTCOME_VALUE. */
export function budgetWindow(
  population: ModelPopulation,
  laws: { readonly baseline: ParameterTree; readonly reform: ParameterTree },
  years: readonly number[],
  progress: (year: number) => void = () => {},
): Promise<BudgetWindow> {
  return budgetOfYears(population.dataset.name, years, async year => {
    progress(year)
    await population.moveTo(year)
    return (await population.impact(laws.baseline, laws.reform)).impact
  })
}

/** The budget of `years` from the impact of each, which is asked for one after the other. */
export async function budgetOfYears(
  dataset: string,
  years: readonly number[],
  impactOf: (year: number) => Promise<Impact>,
): Promise<BudgetWindow> {
  const labels: Record<string, string> = {}
  const answers: BudgetOfYear[] = []
  let currency = ''
  for (const year of years) {
    const impact = await impactOf(year)
    currency = impact.currency
    const whole = impact.programmes.filter(programme => programme.partOf === null)
    for (const { name, label, changed } of whole) if (changed) labels[name] = label
    const programmes = Object.fromEntries(whole.map(({ name, budgetaryImpact }) => [name, budgetaryImpact]))
    answers.push({ year, budget: impact.budget, programmes })
  }
  const sum = (pick: (answer: BudgetOfYear) => number) =>
    answers.reduce((total, answer) => total + pick(answer), 0)
  const sums = (pick: (answer: BudgetOfYear) => Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.keys(pick(answers[0]!)).map(name => [name, sum(answer => pick(answer)[name]!)]))
  return {
    format: 'reformlab-budget/1',
    currency,
    dataset,
    years: answers,
    total: {
      budget: {
        total: sum(answer => answer.budget.total),
        taxes: sum(answer => answer.budget.taxes),
        benefits: sum(answer => answer.budget.benefits),
        byGovernment: sums(answer => answer.budget.byGovernment),
      },
      programmes: sums(answer => answer.programmes),
    },
    labels,
  }
}
