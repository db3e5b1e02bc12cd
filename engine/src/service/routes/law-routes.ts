import {
  describeModel,
  describeVariable,
  findParameters,
  listParameter,
  listVariable,
  matchesWords,
  parameterGroup,
  parametersNamed,
  variableNamed,
} from '../../model/index.ts'
import type { Answer, Params, Query } from '../operation.ts'
import type { Route, ServiceContext } from '../route.ts'

/** What the law computes, observes and sets. */
export function lawRoutes({ model }: ServiceContext): readonly Route[] {
  const { law, catalogue } = model
  return [
    {
      method: 'GET',
      path: '/v1/models',
      scope: 'read',
      handle: (): Answer<'listModels'> => [describeModel(model)],
    },
    {
      method: 'GET',
      path: '/v1/variables',
      scope: 'read',
      handle({ request }): Answer<'listVariables'> {
        const { search } = request.query as Query<'listVariables'>
        return [...catalogue.variables.values()]
          .filter(({ name, label, reference }) => matchesWords(search, [name, label, reference]))
          .map(listVariable)
      },
    },
    {
      method: 'GET',
      path: '/v1/variables/{name}',
      scope: 'read',
      handle({ request }): Answer<'getVariable'> {
        const { name } = request.params as Params<'getVariable'>
        return describeVariable(model, variableNamed(model, name))
      },
    },
    {
      method: 'GET',
      path: '/v1/parameters',
      scope: 'read',
      handle({ request }): Answer<'listParameters'> {
        const { search, year, limit } = request.query as Query<'listParameters'>
        law.checkYear(year)
        const found =
          limit !== undefined
            ? findParameters(law, search, limit)
            : [...law.files]
                .filter(([path, { label, reference }]) => matchesWords(search, [path, label, reference]))
                .map(([path]) => path)
        return found.map(path => listParameter(law, path, year))
      },
    },
    {
      method: 'GET',
      path: '/v1/parameter-groups',
      scope: 'read',
      handle({ request }): Answer<'getParameterGroup'> {
        const { path } = request.query as Query<'getParameterGroup'>
        return parameterGroup(model, path)
      },
    },
    {
      method: 'GET',
      path: '/v1/parameters/{path}',
      scope: 'read',
      async handle({ request }): Promise<Answer<'getParameters'>> {
        const { path } = request.params as Params<'getParameters'>
        return { path, parameters: await parametersNamed(model, law, path) }
      },
    },
  ]
}
