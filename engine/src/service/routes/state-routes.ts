import { createHash } from 'node:crypto'
import { engineVersion } from '../../model/index.ts'
import { encodeProgram } from '../../program/program-codec.ts'
import type { Route, ServiceContext } from '../route.ts'

/** Whether the service lives, whether it can be asked, and what it is. */
export function stateRoutes({ model, populations, isClosing }: ServiceContext): readonly Route[] {
  let programHash: string | undefined
  const program = () =>
    (programHash ??= createHash('sha256').update(encodeProgram(model.program)).digest('hex'))
  return [
    { method: 'GET', path: '/health', handle: () => ({ status: 'alive' }) },
    {
      method: 'GET',
      path: '/ready',
      handle({ reply }) {
        if (isClosing()) reply.code(503)
        return { ready: !isClosing(), populations: populations.open }
      },
    },
    {
      method: 'GET',
      path: '/v1/version',
      scope: 'read',
      handle: () => ({
        engine: engineVersion(),
        country: model.country,
        law: model.hash,
        program: program(),
      }),
    },
  ]
}
