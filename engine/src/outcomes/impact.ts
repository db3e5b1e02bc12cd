/**
 * The impact of a reform on a population, as data: what `reformlab impact` prints and a panel draws.
 *
 * Shapes, equal to `schema/outcomes.schema.json`. Amounts are in `currency` a year and weighted to the population;
 * shares and rates are fractions of one. A number that has no value (an empty group, a mean over nobody) is null.
 */
import type { Convention } from './convention.ts'
import type { Definition, OutcomeName } from './outcome-definitions.ts'
import type { ProgrammeKind } from './outcome-table.ts'

export interface Impact {
  readonly format: 'reformlab-impact/1'
  readonly year: number
  readonly currency: string
  readonly dataset: DatasetReference
  readonly convention: Convention
  /** Size of the population by entity. */
  readonly population: Readonly<Record<string, PopulationSize>>
  readonly budget: Budget
  /** In the order of the law's table: a part follows the programme that holds it. */
  readonly programmes: readonly ProgrammeImpact[]
  /** Ascending; empty groups are kept, their means null. */
  readonly groups: readonly GroupImpact[]
  /** The whole population as one group, or who is not set apart, computed directly and not as a mean of `groups`. */
  readonly overall: GroupImpact
  readonly inequality: Inequality
  /** By each line of the law's table; a relative line anchored at the baseline, then by each law's own median. */
  readonly poverty: readonly PovertyImpact[]
  /** How each block of numbers is defined; its weights, unit of analysis, equivalence scale and record count. */
  readonly definitions: Readonly<Record<OutcomeName, Definition>>
}

/** Of numbers by name, in their own units: docs/standard-errors.md. Null where a number, or its error, has no value. */
export type StandardErrors<Name extends string> = Readonly<Record<Name, number | null>>

export interface DatasetReference {
  readonly name: string
  readonly hash: string
  readonly access: 'public' | 'protected'
}

export interface PopulationSize {
  readonly records: number
  readonly weighted: number
}

export interface Budget {
  /** Change in taxes less change in benefits; positive when government gains. */
  readonly total: number
  /** Change in taxes. */
  readonly taxes: number
  /** Change in spending on benefits. */
  readonly benefits: number
  /** Change in taxes less change in benefits of each level of government; they add up to `total`. */
  readonly byGovernment: Readonly<Record<string, number>>
  readonly standardError: StandardErrors<'total' | 'taxes' | 'benefits'> & {
    readonly byGovernment: StandardErrors<string>
  }
}

export interface ProgrammeImpact {
  readonly name: string
  readonly label: string
  /** `tax` is money to government, `benefit` from it. A credit is a `benefit` that is part of a tax. */
  readonly kind: ProgrammeKind
  readonly government: string
  /** The programme this one is part of; null when it enters the budget itself. */
  readonly partOf: string | null
  /** Entity whose rows are counted as payers, recipients, winners and losers. */
  readonly entity: string
  /** Amounts in the programme's own direction: tax paid, benefit received. */
  readonly baseline: number
  readonly reform: number
  readonly change: number
  /** `change` as government sees it: the same for a tax, reversed for a benefit. */
  readonly budgetaryImpact: number
  /** Weighted units with an amount above half a cent: payers of a tax, recipients of a benefit. */
  readonly payersOrRecipients: { readonly baseline: number; readonly reform: number }
  /** Weighted units whom this programme leaves better off by half a cent or more. */
  readonly winners: number
  /** Weighted units whom this programme leaves worse off by half a cent or more. */
  readonly losers: number
  /** False when no record moved: the change is then exactly zero. */
  readonly changed: boolean
  readonly standardError: StandardErrors<'baseline' | 'reform' | 'change' | 'winners' | 'losers'>
}

export interface GroupImpact {
  /** −1 negative incomes, 0 zero incomes where a convention keeps them apart, then 1, 2, …; null for everybody. */
  readonly group: number | null
  readonly label: string
  /** Share of the ranked weight at which this group begins and ends; null for groups cut by sign. */
  readonly from: number | null
  readonly to: number | null
  /** Ranking income (equivalised where the convention is) up to which records belong; null for the last, by sign, and all, and where none can. */
  readonly upperBound: number | null
  readonly records: number
  /** Weighted units of the convention's entity. */
  readonly units: number
  readonly people: number
  /** Mean net income at the baseline and its mean change, weighted as the convention's `means` says. */
  readonly meanBaseline: number | null
  readonly averageChange: number | null
  /** `averageChange` ÷ `meanBaseline`; null where the baseline mean is not above zero. */
  readonly relativeChange: number | null
  /** All net incomes in this group at the baseline, and their change. */
  readonly totalBaseline: number
  readonly totalChange: number
  readonly winnersAndLosers: WinnersAndLosers
  readonly standardError: StandardErrors<'meanBaseline' | 'averageChange' | 'relativeChange' | 'totalChange'>
}

/** The five bins of relative change, from the largest gain to the largest loss. */
export const winnerBins = [
  'gainMoreThan5Percent',
  'gainLessThan5Percent',
  'unchanged',
  'loseLessThan5Percent',
  'loseMoreThan5Percent',
] as const

export type WinnerBin = (typeof winnerBins)[number]

export interface WinnersAndLosers {
  readonly people: Readonly<Record<WinnerBin, number>>
  /** Share of the group's people in each bin; null in a group of nobody. */
  readonly shares: Readonly<Record<WinnerBin, number>> | null
  /** Of the shares. */
  readonly standardError: StandardErrors<WinnerBin>
  /** In either bin that gains, and in either that loses. */
  readonly gain: ShareOfPeople
  readonly lose: ShareOfPeople
}

/** Null in a group of nobody. */
export interface ShareOfPeople {
  readonly share: number | null
  readonly standardError: number | null
}

export interface Change {
  readonly baseline: number | null
  readonly reform: number | null
  readonly change: number | null
  readonly standardError: StandardErrors<'baseline' | 'reform' | 'change'>
}

export interface Inequality {
  readonly gini: Change
  readonly top10Share: Change
  readonly top1Share: Change
  readonly bottom50Share: Change
  /** Income share of the richest fifth ÷ that of the poorest fifth. */
  readonly s80s20: Change
  /** Income at the 90th percentile ÷ income at the 10th. */
  readonly p90p10: Change
}

export interface PeopleChange {
  readonly baseline: number
  readonly reform: number
  readonly change: number
  readonly standardError: StandardErrors<'baseline' | 'reform' | 'change'>
}

export interface PovertyImpact {
  readonly name: string
  readonly label: string
  /** What the line leaves out or takes for granted. */
  readonly note: string
  /** `law`: thresholds of each law. `anchored`: the baseline's also under the reform. `contemporaneous`: of each law's own median. */
  readonly line: 'law' | 'anchored' | 'contemporaneous'
  /** Variable of the law that is held against the line. */
  readonly resources: string
  /** The line of somebody whose equivalence scale is 1; null for thresholds of the law. */
  readonly amount: { readonly baseline: number; readonly reform: number } | null
  /** Everybody, then the groups of the law's table. */
  readonly groups: readonly GroupPoverty[]
}

export interface GroupPoverty {
  readonly name: string
  readonly label: string
  readonly people: number
  /** People below the line. */
  readonly poor: PeopleChange
  /** Share of people below the line, and below half of it: the rates are null in a group of nobody. */
  readonly rate: Change
  readonly deepRate: Change
  /** Mean over all people of the share of the line that is lacking, 0 for who is not poor; and of its square. */
  readonly gap: Change
  readonly squaredGap: Change
}
