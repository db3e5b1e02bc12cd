/** What each block of work incentives means, so that no number travels without its definition. */
import { type Convention, type Definition, howErrorsAreTaken } from '../../../outcomes/index.ts'
import type { RateRules } from '../rate-rules.ts'
import type { IncentiveTerms } from './earner-calculator.ts'
import type { IncentiveOutcome } from './work-incentives.ts'

const BENEFITS = 'Benefits are amounts observed in the data: they do not respond to earnings.'
const CLAIMS = 'Who claims a credit that is due, or leaves it, does so at other earnings too.'

/** `records` are earners. */
export function defineIncentives(
  { earnings, net_income, compensation }: RateRules,
  { perCompensation, reach }: IncentiveTerms,
  { name, label, rankedBy }: Convention,
  currency: string,
  records: number,
): Readonly<Record<IncentiveOutcome, Definition>> {
  const own = `own gross earnings (${earnings.join(' + ')}, losses not counted)`
  const per = perCompensation
    ? `compensation: ${own} and ${compensation.employer_pays}`
    : `${own}; ${compensation.employer_pays} is part neither of them nor of net income`
  const define = (text: string, unit: string): Definition => ({
    text,
    unit,
    unitOfAnalysis: 'heads and spouses of tax units, each who has earnings',
    weights: 'person weight',
    equivalenceScale: 'none',
    records: { person: records },
    standardError: `of means, shares and the gap, by ${howErrorsAreTaken}`,
  })
  return {
    marginalRates: define(
      `1 − change of household net income (${net_income} of all its tax units) per dollar of ${per}. An exact derivative, on the next dollar and on the last one, each spread over the kinds of earnings as they are made up. Jumps at the very point are no part of it: see cliffs. ${BENEFITS}`,
      '/1',
    ),
    participationRates: define(
      `(taxes at own earnings − taxes without them − change of benefits) ÷ own earnings, of the household, others' incomes as they are; per dollar of ${per}. ${CLAIMS} ${BENEFITS} So none is lost by working.`,
      '/1',
    ),
    cliffs: define(
      `On a cliff: the next dollar costs more than a dollar, or net income jumps down at the very point; or household net income is lower, by half a cent or more, with $${reach} of earnings a year more. Gap: the net income lost by that; its mean is over all on a cliff. ${CLAIMS} ${BENEFITS}`,
      `currency-${currency}; shares /1`,
    ),
    groups: define(
      `Earners by the group that the convention ${name} (${label}) puts them in, cut on the baseline's ${rankedBy} as in the impact, so that both can be read side by side.`,
      '/1',
    ),
  }
}
