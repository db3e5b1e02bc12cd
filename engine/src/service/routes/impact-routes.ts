import { reformedLaw } from '../../model/index.ts'
import type { Route, ServiceContext } from '../route.ts'

interface ImpactBody {
  readonly dataset: string
  readonly year: number
  readonly reforms: readonly string[]
  readonly baseline: readonly string[]
  readonly convention: string
}

/** A reform for a whole population. */
export function impactRoutes({ laws, populations }: ServiceContext): readonly Route[] {
  return [
    {
      method: 'POST',
      path: '/v1/impact',
      scope: 'run',
      async handle({ request, signal }) {
        const { dataset, year, reforms, convention, ...body } = request.body as ImpactBody
        const baseline = await laws.baseline(body.baseline)
        const law = reformedLaw(baseline, await laws.read(reforms))
        const { impact } = await populations.use(
          dataset,
          year,
          (population, turn) => population.impact(baseline, law, convention, { signal: turn }),
          signal,
        )
        return impact
      },
    },
  ]
}
