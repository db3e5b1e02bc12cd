/** Earners for whom earning more leaves less: at the very next dollar, or a step further on. */

import type { EarnerColumns } from './earner-calculator.ts'
import type { Cells, EarnerCells } from './earner-cells.ts'
import { ratioChange, totalChange } from './estimates.ts'
import { rateSlack } from './rate-bands.ts'
import type { Cliffs } from './work-incentives.ts'

/** Less is rounding. */
const halfCent = 0.005

export interface CliffTally {
  readonly share: Cells
  readonly nextDollar: Cells
  readonly withinReach: Cells
  readonly gap: Cells
}

export function tallyCliffs({ next, drop, lossAtReach }: EarnerColumns, cells: EarnerCells): CliffTally {
  const atOnce = (earner: number) => next[earner]! > 1 + rateSlack || drop[earner]! > halfCent
  const within = (earner: number) => lossAtReach[earner]! > halfCent
  return {
    share: cells.sums(earner => Number(atOnce(earner) || within(earner))),
    nextDollar: cells.sums(earner => Number(atOnce(earner))),
    withinReach: cells.sums(earner => Number(within(earner))),
    gap: cells.sums(earner => (within(earner) ? lossAtReach[earner]! : 0)),
  }
}

export function cliffsOf(before: CliffTally, after: CliffTally, cells: EarnerCells): readonly Cliffs[] {
  return cells.weights.map((below, group) => {
    const share = (part: Exclude<keyof CliffTally, 'gap'>) =>
      ratioChange({ above: before[part][group]!, below }, { above: after[part][group]!, below })
    const mean = ({ gap, share: on }: CliffTally) => ({ above: gap[group]!, below: on[group]! })
    return {
      share: share('share'),
      nextDollar: share('nextDollar'),
      withinReach: share('withinReach'),
      gap: totalChange(before.gap[group]!, after.gap[group]!),
      meanGap: ratioChange(mean(before), mean(after)),
    }
  })
}
