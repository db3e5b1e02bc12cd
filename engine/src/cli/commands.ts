/** The commands there are. Each is loaded when it is called. */
import type { Command } from './command.ts'

export interface CommandEntry {
  readonly name: string
  readonly summary: string
  /** For programs, not for people: help does not mention it. */
  readonly hidden?: true
  load(): Promise<Command>
}

export const commands: readonly CommandEntry[] = [
  {
    name: 'impact',
    summary: 'What a reform does to the budget, to income groups, to winners and losers, to inequality',
    load: async () => (await import('./impact-command.ts')).impactCommand,
  },
  {
    name: 'budget',
    summary: 'What a reform does to the budget over several years',
    load: async () => (await import('./budget-command.ts')).budgetCommand,
  },
  {
    name: 'columns',
    summary: 'Variables of every tax unit of a population, as CSV, Parquet or Arrow',
    load: async () => (await import('./columns-command.ts')).columnsCommand,
  },
  {
    name: 'rates',
    summary: 'Marginal tax rates on an income, exact on both sides of every kink, by income group',
    load: async () => (await import('./rates-command.ts')).ratesCommand,
  },
  {
    name: 'incentives',
    summary: 'What work leaves: marginal and participation tax rates of all who earn, and cliffs',
    load: async () => (await import('./incentives-command.ts')).incentivesCommand,
  },
  {
    name: 'household',
    summary: 'Taxes and benefits of one household, before and after a reform, line by line',
    load: async () => (await import('./household-command.ts')).householdCommand,
  },
  {
    name: 'why',
    summary: 'Why a reform changes the tax of one household: how much is due to each parameter',
    load: async () => (await import('./why-command.ts')).whyCommand,
  },
  {
    name: 'earnings',
    summary: 'One household along an income: net income, rates, every kink and the rule that makes it',
    load: async () => (await import('./earnings-command.ts')).earningsCommand,
  },
  {
    name: 'lock',
    summary: 'Pins an answer and all that it was computed from in one file',
    load: async () => (await import('./lock-command.ts')).lockCommand,
  },
  {
    name: 'rerun',
    summary: 'Computes again what a lockfile pins, and says whether it is the same',
    load: async () => (await import('./rerun-command.ts')).rerunCommand,
  },
  {
    name: 'parameters',
    summary: 'The parameters of the law: values, units, references',
    load: async () => (await import('./parameters-command.ts')).parametersCommand,
  },
  {
    name: 'variables',
    summary: 'The variables of the law: what they mean and how they are computed',
    load: async () => (await import('./variables-command.ts')).variablesCommand,
  },
  {
    name: 'datasets',
    summary: 'The populations there are, and what is known of them',
    load: async () => (await import('./datasets-command.ts')).datasetsCommand,
  },
  {
    name: 'trace',
    summary: 'Variables of an installed OpenFisca or PolicyEngine package as a program',
    load: async () => (await import('./trace-command.ts')).traceCommand,
  },
  {
    name: 'serve',
    summary: 'All this over HTTP, for panels, notebooks and scripts, with live sessions',
    load: async () => (await import('./serve-command.ts')).serveCommand,
  },
  {
    name: 'host',
    summary: 'Runs the programs that another process sends',
    hidden: true,
    load: async () => (await import('./host-command.ts')).hostCommand,
  },
  {
    name: 'bench',
    summary: 'How fast a population answers, also as ratios to Tax-Calculator in the same run',
    load: async () => (await import('./bench-command.ts')).benchCommand,
  },
]
