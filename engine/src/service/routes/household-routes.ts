import type { Situation } from '../../direct/index.ts'
import { ReformlabError } from '../../errors/index.ts'
import {
  calculateHousehold,
  earningsVariation,
  explainChange,
  reformedLaw,
  reformedModel,
  reformedParameters,
} from '../../model/index.ts'
import type { Route, ServiceContext } from '../route.ts'

interface SituationBody {
  readonly situation: Situation
  readonly year: number
  readonly reforms: readonly string[]
  readonly baseline: readonly string[]
}

interface HouseholdBody extends SituationBody {
  readonly variables: readonly string[]
  readonly explain: boolean
}

interface EarningsBody extends SituationBody {
  readonly income: string
  readonly record?: string
  readonly from: number
  readonly to: number
}

interface ChangeBody extends SituationBody {
  readonly variable: string
}

/** One household, before and after; along an income; and why its tax changes. */
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
    {
      method: 'POST',
      path: '/v1/earnings',
      scope: 'run',
      async handle({ request }) {
        const { reforms, ...body } = request.body as EarningsBody
        if (!(body.to > body.from))
          throw new ReformlabError('E_REQUEST', {
            place: 'to',
            problem: `${body.to} is not above ${body.from}`,
          })
        const baseline = await laws.baseline(body.baseline)
        const reform = reformedLaw(baseline, await laws.read(reforms))
        return earningsVariation(model, { ...body, baseline, ...(reforms.length > 0 && { reform }) })
      },
    },
    {
      method: 'POST',
      path: '/v1/changes',
      scope: 'run',
      async handle({ request }) {
        const { reforms, ...body } = request.body as ChangeBody
        const baseline = await laws.baseline(body.baseline)
        return explainChange(model, {
          ...body,
          baseline,
          reform: reformedLaw(baseline, await laws.read(reforms)),
        })
      },
    },
  ]
}
