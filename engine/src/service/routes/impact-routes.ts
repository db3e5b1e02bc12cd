import { engineVersion, impactCharts } from '../../model/index.ts'
import { type Impact, policyEngineConvention, policyEngineImpact } from '../../outcomes/index.ts'
import type { AskedLaws } from '../law-shelf.ts'
import { openImpacts } from '../open-impacts.ts'
import type { Answer, Body } from '../operation.ts'
import type { Route, ServiceContext } from '../route.ts'

interface Asked extends AskedLaws {
  readonly dataset: string
  readonly year: number
}

/** A reform for a whole population: as an impact, and as charts of it. */
export function impactRoutes(context: ServiceContext): readonly Route[] {
  const impactOf = async (asked: Asked, convention: string, signal: AbortSignal): Promise<Impact> => {
    const { dataset, year } = asked
    const { baseline, reform } = await context.laws.modelled(asked)
    const against = await openImpacts(
      context.populations,
      { dataset, year, convention },
      baseline,
      reform.model,
      signal,
    )
    return against(() => reform.law, signal)
  }
  return [
    {
      method: 'POST',
      path: '/v1/impact',
      scope: 'run',
      isIdempotent: true,
      async handle({ request, signal }): Promise<Answer<'computeImpact'>> {
        const { format, ...body } = request.body as Body<'computeImpact'>
        const otherwise = format === 'policyengine' ? policyEngineConvention : 'default'
        const impact = await impactOf(body, body.convention ?? otherwise, signal)
        return format === 'policyengine' ? policyEngineImpact(impact, { version: engineVersion() }) : impact
      },
    },
    {
      method: 'POST',
      path: '/v1/impact/charts',
      scope: 'run',
      async handle({ request, signal }): Promise<Answer<'chartImpact'>> {
        const body = request.body as Body<'chartImpact'>
        const { dataset, year, convention } = body
        return { dataset, year, convention, charts: impactCharts(await impactOf(body, convention, signal)) }
      },
    },
  ]
}
