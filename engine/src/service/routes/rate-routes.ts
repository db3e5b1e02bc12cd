import { populationRates, reformedLaw, workIncentives } from '../../model/index.ts'
import type { Answer, Body } from '../operation.ts'
import type { Route, ServiceContext } from '../route.ts'

/** Marginal rates on an income, and what work leaves, for a whole population. */
export function rateRoutes({ model, laws, populations }: ServiceContext): readonly Route[] {
  const lawsOf = async (body: {
    readonly reforms: readonly string[]
    readonly baseline: readonly string[]
  }) => {
    const baseline = await laws.baseline(body.baseline)
    const reforms = await laws.read(body.reforms)
    return { baseline, reform: reforms.length > 0 ? reformedLaw(baseline, reforms) : baseline }
  }
  return [
    {
      method: 'POST',
      path: '/v1/rates',
      scope: 'run',
      async handle({ request, signal }): Promise<Answer<'computeRates'>> {
        const { dataset, year, income, person, per, ...body } = request.body as Body<'computeRates'>
        const both = await lawsOf(body)
        const asked = { income, person, perCompensation: per === 'compensation' }
        const { summary } = await populations.use(
          dataset,
          year,
          (population, turn) => populationRates(model, population, asked, both, { signal: turn }),
          signal,
        )
        return summary
      },
    },
    {
      method: 'POST',
      path: '/v1/incentives',
      scope: 'run',
      async handle({ request, signal }): Promise<Answer<'computeIncentives'>> {
        const { dataset, year, per, reach, convention, ...body } = request.body as Body<'computeIncentives'>
        const asked = { reach, convention, perCompensation: per === 'compensation', ...(await lawsOf(body)) }
        return populations.use(
          dataset,
          year,
          (population, turn) => workIncentives(model, population, asked, { signal: turn }),
          signal,
        )
      },
    },
  ]
}
