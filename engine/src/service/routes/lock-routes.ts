import {
  compareLocks,
  compiledModel,
  type Lock,
  type LockRequest,
  lockOn,
  requestOf,
} from '../../model/index.ts'
import type { Reform } from '../../reforms/index.ts'
import type { Answer, Body } from '../operation.ts'
import type { Route, ServiceContext } from '../route.ts'

/** Impacts with all that they were computed from, and computed again. */
export function lockRoutes({ model, laws, populations }: ServiceContext): readonly Route[] {
  const own = () => compiledModel(model, 'a lockfile')
  const lock = (request: LockRequest, signal: AbortSignal) =>
    populations.use(request.dataset, request.year, population => lockOn(own(), population, request), signal, {
      model: own(),
    })
  return [
    {
      method: 'POST',
      path: '/v1/locks',
      scope: 'run',
      async handle({ request, signal }): Promise<Answer<'lockImpact'>> {
        const { convention, dataset, year, ...body } = request.body as Body<'lockImpact'>
        const baseline = named(await laws.read(body.baseline, 'baseline'), 'baseline')
        const reforms = named(await laws.read(body.reforms), 'reform')
        const made = await lock(
          { command: 'impact', options: { convention }, dataset, year, baseline, reforms },
          signal,
        )
        return made as Answer<'lockImpact'>
      },
    },
    {
      method: 'POST',
      path: '/v1/reruns',
      scope: 'run',
      async handle({ request, signal }): Promise<Answer<'rerunLock'>> {
        const locked = request.body as Lock
        return compareLocks(locked, await lock(await requestOf(own(), locked), signal))
      },
    },
  ]
}

/** Texts have no files; a lock calls them by their place. */
const named = (reforms: readonly Reform[], name: string) =>
  reforms.map((reform, i) => ({ ...reform, file: `${name} ${i + 1}` }))
