import { changedValues, reformedModel, reformedParameters } from '../../model/index.ts'
import { canonicalText, reformHash } from '../../reforms/index.ts'
import type { Route, ServiceContext } from '../route.ts'

/** Reads a reform of any format, and says what it changes. */
export function reformRoutes({ model, laws }: ServiceContext): readonly Route[] {
  return [
    {
      method: 'POST',
      path: '/v1/reforms',
      scope: 'read',
      takesText: true,
      async handle({ request }) {
        const text = typeof request.body === 'string' ? request.body : ''
        const [reform] = await laws.read([text])
        await reformedModel(model, [reform!])
        const { title, description, format, variables = [] } = reform!
        const formulas = variables.map(({ name }) => name)
        const changes = changedValues(model.law, reformedParameters(model.law, [reform!]))
        const canonical = JSON.parse(canonicalText(reform!)) as unknown
        return { title, description, format, hash: reformHash(reform!), canonical, changes, formulas }
      },
    },
  ]
}
