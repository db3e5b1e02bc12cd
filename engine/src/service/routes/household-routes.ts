import type { Situation } from '../../direct/index.ts'
import { calculateHousehold, reformedModel, reformedParameters } from '../../model/index.ts'
import type { Route, ServiceContext } from '../route.ts'

interface HouseholdBody {
  readonly situation: Situation
  readonly year: number
  readonly reforms: readonly string[]
  readonly baseline: readonly string[]
  readonly variables: readonly string[]
  readonly explain: boolean
}

/** One household, before and after. */
export function householdRoutes({ model, laws }: ServiceContext): readonly Route[] {
  return [
    {
      method: 'POST',
      path: '/v1/households',
      scope: 'run',
      async handle({ request }) {
        const body = request.body as HouseholdBody
        const { situation, year, variables, explain } = body
        const before = await laws.read(body.baseline, 'baseline')
        const reforms = await laws.read(body.reforms)
        const baseline = reformedParameters(model.law, before)
        return calculateHousehold(await reformedModel(model, before), {
          ...{ situation, year, baseline, variables, explain },
          ...(reforms.length > 0 && {
            reform: reformedParameters(baseline, reforms),
            reformModel: await reformedModel(model, [...before, ...reforms]),
          }),
        })
      },
    },
  ]
}
