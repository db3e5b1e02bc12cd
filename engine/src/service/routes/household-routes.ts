import { ReformlabError } from '../../errors/index.ts'
import {
  calculateHousehold,
  compiledModel,
  earningsGrid,
  earningsVariation,
  explainChange,
  householdAlongAxes,
  reformedModel,
  reformedParameters,
  splitAxes,
} from '../../model/index.ts'
import type { AskedLaws } from '../law-shelf.ts'
import type { Answer, Body } from '../operation.ts'
import type { Route, ServiceContext } from '../route.ts'

/** One household, before and after; along an income; and why its tax changes. */
export function householdRoutes({ model, laws }: ServiceContext): readonly Route[] {
  /** With laws in place of texts; without a reform where none was asked for. */
  const compared = async <Asked extends AskedLaws>({ reforms, ...body }: Asked) => {
    const { baseline, reform } = await laws.both({ ...body, reforms })
    return { ...body, baseline, ...(reforms.length > 0 && { reform }) }
  }
  return [
    {
      method: 'POST',
      path: '/v1/households',
      scope: 'run',
      async handle({ request }): Promise<Answer<'calculateHousehold'>> {
        const body = request.body as Body<'calculateHousehold'>
        const own = compiledModel(model, 'a household')
        const { year, variables, explain } = body
        const { situation, axes } = splitAxes(body.situation)
        const before = await laws.read(body.baseline, 'baseline')
        const reforms = await laws.read(body.reforms)
        const baseline = reformedParameters(own.law, before)
        const modelled = await reformedModel(own, before)
        const asked = {
          ...{ situation, year, baseline, variables, explain },
          ...(reforms.length > 0 && {
            reform: reformedParameters(baseline, reforms),
            reformModel: await reformedModel(own, [...before, ...reforms]),
          }),
        }
        return axes === undefined
          ? calculateHousehold(modelled, asked)
          : householdAlongAxes(modelled, { ...asked, axes })
      },
    },
    {
      method: 'POST',
      path: '/v1/earnings',
      scope: 'run',
      async handle({ request }): Promise<Answer<'varyEarnings'>> {
        const body = request.body as Body<'varyEarnings'>
        const { from, to } = body
        if (!(to > from)) throw new ReformlabError('E_REQUEST_ORDER', { from, to })
        return earningsVariation(compiledModel(model, 'a household along an income'), await compared(body))
      },
    },
    {
      method: 'POST',
      path: '/v1/earnings/grid',
      scope: 'run',
      async handle({ request }): Promise<Answer<'varyTwoIncomes'>> {
        return earningsGrid(
          compiledModel(model, 'a household along two incomes'),
          await compared(request.body as Body<'varyTwoIncomes'>),
        )
      },
    },
    {
      method: 'POST',
      path: '/v1/changes',
      scope: 'run',
      async handle({ request }): Promise<Answer<'explainChange'>> {
        const { reforms, ...body } = request.body as Body<'explainChange'>
        return explainChange(compiledModel(model, 'why a household changes'), {
          ...body,
          ...(await laws.both({ ...body, reforms })),
        })
      },
    },
  ]
}
