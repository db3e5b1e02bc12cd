import { changedValues, compareReforms, reformedModel, reformedParameters } from '../../model/index.ts'
import { canonicalText, type Reform, reformHash } from '../../reforms/index.ts'
import type { Answer, Body } from '../operation.ts'
import type { Route, ServiceContext } from '../route.ts'

/** Reads a reform of any format, and says what it changes. */
export function reformRoutes({ model, laws }: ServiceContext): readonly Route[] {
  return [
    {
      method: 'POST',
      path: '/v1/reforms',
      scope: 'read',
      takesText: true,
      async handle({ request }): Promise<Answer<'readReform'>> {
        const text = typeof request.body === 'string' ? request.body : ''
        const [reform] = await laws.read([text])
        await reformedModel(model, [reform!])
        const { title, description, format, variables = [] } = reform!
        const formulas = variables.map(({ name }) => name)
        const changes = changedValues(model.law, reformedParameters(model.law, [reform!]))
        const canonical = JSON.parse(canonicalText(reform!)) as Answer<'readReform'>['canonical']
        return { title, description, format, hash: reformHash(reform!), canonical, changes, formulas }
      },
    },
    {
      method: 'POST',
      path: '/v1/reforms/diff',
      scope: 'read',
      async handle({ request }): Promise<Answer<'compareReforms'>> {
        const body = request.body as Body<'compareReforms'>
        const before = await laws.read(body.before, 'before')
        const after = await laws.read(body.after, 'after')
        for (const side of [before, after]) await reformedModel(model, side)
        const comparison = compareReforms(model.law, before, after)
        return { before: before.map(titleOf), after: after.map(titleOf), ...comparison }
      },
    },
  ]
}

const titleOf = (reform: Reform) => ({
  title: reform.title,
  format: reform.format,
  hash: reformHash(reform),
})
