import { engineVersion } from '../../model/index.ts'
import type { Answer } from '../operation.ts'
import type { Route, ServiceContext } from '../route.ts'

/** Whether the service lives, whether it can be asked, and what it is. */
export function stateRoutes({ model, populations, metrics, isClosing }: ServiceContext): readonly Route[] {
  return [
    { method: 'GET', path: '/health', handle: (): Answer<'getHealth'> => ({ status: 'alive' }) },
    {
      method: 'GET',
      path: '/ready',
      handle({ reply }): Answer<'getReadiness'> {
        if (isClosing()) reply.code(503)
        return { ready: !isClosing(), populations: populations.open }
      },
    },
    {
      method: 'GET',
      path: '/metrics',
      scope: 'read',
      async handle({ reply }): Promise<string> {
        reply.type('text/plain; version=0.0.4; charset=utf-8')
        return metrics.text()
      },
    },
    {
      method: 'GET',
      path: '/v1/version',
      scope: 'read',
      handle: (): Answer<'getVersion'> => ({
        engine: engineVersion(),
        country: model.country,
        law: model.hash,
        program: model.programHash(),
      }),
    },
  ]
}
