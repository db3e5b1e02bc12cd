import { compiledModel, populationRates, workIncentives } from '../../model/index.ts'
import type { Answer, Body } from '../operation.ts'
import type { Route, ServiceContext } from '../route.ts'

/** Marginal rates on an income, and what work leaves, for a whole population. */
export function rateRoutes({ model, laws, populations }: ServiceContext): readonly Route[] {
  return [
    {
      method: 'POST',
      path: '/v1/rates',
      scope: 'run',
      async handle({ request, signal }): Promise<Answer<'computeRates'>> {
        const { dataset, year, income, person, per, ...body } = request.body as Body<'computeRates'>
        const own = compiledModel(model, 'marginal rates')
        const both = await laws.both(body)
        const asked = { income, person, perCompensation: per === 'compensation' }
        const { summary } = await populations.use(
          dataset,
          year,
          (population, turn) => populationRates(own, population, asked, both, { signal: turn }),
          signal,
          { model: own },
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
        const own = compiledModel(model, 'work incentives')
        const asked = {
          reach,
          convention,
          perCompensation: per === 'compensation',
          ...(await laws.both(body)),
        }
        return populations.use(
          dataset,
          year,
          (population, turn) => workIncentives(own, population, asked, { signal: turn }),
          signal,
          { model: own },
        )
      },
    },
  ]
}
