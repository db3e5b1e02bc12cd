import { ReformlabError } from '../../errors/index.ts'
import { budgetWindow, cardOf, type Model } from '../../model/index.ts'
import type { Answer, Body } from '../operation.ts'
import type { Route, ServiceContext } from '../route.ts'

/** The budget over several years. */
export function budgetRoutes({ model, laws, populations }: ServiceContext): readonly Route[] {
  return [
    {
      method: 'POST',
      path: '/v1/budget',
      scope: 'run',
      async handle({ request, signal }): Promise<Answer<'computeBudget'>> {
        const { dataset, from, to, ...body } = request.body as Body<'computeBudget'>
        if (to < from) throw new ReformlabError('E_REQUEST_ORDER', { from, to })
        checkYear(model, dataset, to)
        const both = await laws.both(body)
        const years = Array.from({ length: to - from + 1 }, (_, i) => from + i)
        return populations.use(
          dataset,
          from,
          (population, turn) => budgetWindow(population, both, years, () => turn.throwIfAborted()),
          signal,
          { throughYears: true },
        )
      },
    },
  ]
}

/** Before years are computed for nothing. Throws E_DATASET_UNKNOWN, E_DATASET_YEAR. */
function checkYear(model: Model, name: string, value: number): void {
  const { first, last } = cardOf(model, name).years
  if (value > last) throw new ReformlabError('E_DATASET_YEAR', { name, value, first, last })
}
