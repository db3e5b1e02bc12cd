import { datasetCard, datasetCards } from '../../datasets/index.ts'
import { ReformlabError } from '../../errors/index.ts'
import { DEFAULT_YEAR, datasetColumns, summariseColumns } from '../../model/index.ts'
import type { Answer, Params, Query } from '../operation.ts'
import type { Route, ServiceContext } from '../route.ts'

type Columns = Answer<'getDatasetSchema'>['columns']

/** The cards of populations, their columns, and what these look like. */
export function datasetRoutes({ model, populations }: ServiceContext): readonly Route[] {
  const columnsOf = new Map<string, Columns>()
  return [
    {
      method: 'GET',
      path: '/v1/datasets',
      scope: 'read',
      handle: (): Answer<'listDatasets'> => datasetCards(),
    },
    {
      method: 'GET',
      path: '/v1/datasets/{name}',
      scope: 'read',
      handle: ({ request }): Answer<'getDataset'> =>
        datasetCard((request.params as Params<'getDataset'>).name),
    },
    {
      method: 'GET',
      path: '/v1/datasets/{name}/schema',
      scope: 'read',
      async handle({ request, signal }): Promise<Answer<'getDatasetSchema'>> {
        const { name } = request.params as Params<'getDatasetSchema'>
        const columns =
          columnsOf.get(name) ??
          (await populations.use(name, DEFAULT_YEAR, opened => datasetColumns(model, opened), signal))
        columnsOf.set(name, columns)
        return { dataset: name, columns }
      },
    },
    {
      method: 'GET',
      path: '/v1/datasets/{name}/summaries',
      scope: 'run',
      async handle({ request, signal }): Promise<Answer<'summariseDataset'>> {
        const { name } = request.params as Params<'summariseDataset'>
        const { columns, by, year } = request.query as Query<'summariseDataset'>
        if (datasetCard(name).access !== 'public') throw new ReformlabError('E_DATASET_PROTECTED', { name })
        const summaries = await populations.use(
          name,
          year,
          opened => summariseColumns(model, opened, columns.split(','), by),
          signal,
        )
        return { dataset: name, year, ...(by !== undefined && { by }), columns: summaries }
      },
    },
  ]
}
