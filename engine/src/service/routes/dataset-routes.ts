import { Readable } from 'node:stream'
import { entityNames } from '../../datasets/index.ts'
import {
  cardOf,
  columnTotals,
  compiledModel,
  DEFAULT_YEAR,
  datasetColumns,
  datasetRows,
  groupingsFor,
  type Model,
  summariseColumns,
} from '../../model/index.ts'
import { csvParts } from '../../model/table/write-csv.ts'
import type { Answer, Params, Query } from '../operation.ts'
import { refuseProtected } from '../refuse-protected.ts'
import type { Call, Route, ServiceContext } from '../route.ts'
import { jsonRows } from './json-rows.ts'

type Schema = Answer<'getDatasetSchema'>
type Totals = Answer<'totalDataset'>

/** The cards of populations; of public ones their columns, what these look like, and their records. */
export function datasetRoutes({ model, populations }: ServiceContext): readonly Route[] {
  const own = () => compiledModel(model, 'single records')
  const schemas = new Map<string, Schema>()
  const totals = new Map<string, Totals>()
  return [
    {
      method: 'GET',
      path: '/v1/datasets',
      scope: 'read',
      handle: (): Answer<'listDatasets'> => model.datasets(),
    },
    {
      method: 'GET',
      path: '/v1/datasets/{name}',
      scope: 'read',
      handle: (call): Answer<'getDataset'> => cardOf(model, nameOf(call)),
    },
    {
      method: 'GET',
      path: '/v1/datasets/{name}/schema',
      scope: 'read',
      async handle(call): Promise<Schema> {
        const name = publicNameOf(model, call)
        const known = schemas.get(name)
        if (known) return known
        const columns = await populations.use(
          name,
          DEFAULT_YEAR,
          opened => datasetColumns(own(), opened),
          call.signal,
          { model: own() },
        )
        const groupings = await Promise.all(
          entityNames.map(async entity => [entity, await groupingsFor(own(), cardOf(model, name), entity)]),
        )
        const schema: Schema = { dataset: name, columns, groupings: Object.fromEntries(groupings) }
        schemas.set(name, schema)
        return schema
      },
    },
    {
      method: 'GET',
      path: '/v1/datasets/{name}/summaries',
      scope: 'run',
      async handle(call): Promise<Answer<'summariseDataset'>> {
        const name = publicNameOf(model, call)
        const { columns, by, weights, records, year } = call.request.query as Query<'summariseDataset'>
        const options = {
          ...(by !== undefined && { by }),
          unweighted: weights === 'none',
          nonZero: records === 'nonzero',
        }
        const summaries = await populations.use(
          name,
          year,
          opened => summariseColumns(own(), opened, columns.split(','), options),
          call.signal,
          { model: own() },
        )
        return { dataset: name, year, ...(by !== undefined && { by }), weights, records, columns: summaries }
      },
    },
    {
      method: 'GET',
      path: '/v1/datasets/{name}/totals',
      scope: 'run',
      async handle(call): Promise<Totals> {
        const name = publicNameOf(model, call)
        const { year } = call.request.query as Query<'totalDataset'>
        const key = `${name} ${year}`
        const known = totals.get(key)
        if (known) return known
        const columns = await populations.use(
          name,
          year,
          (opened, signal) => columnTotals(own(), opened, signal),
          call.signal,
          { model: own() },
        )
        totals.set(key, { dataset: name, year, columns })
        return { dataset: name, year, columns }
      },
    },
    {
      method: 'GET',
      path: '/v1/datasets/{name}/rows',
      scope: 'run',
      async handle(call): Promise<Answer<'listRows'>> {
        const name = publicNameOf(model, call)
        const { entity, columns, from, limit, year } = call.request.query as Query<'listRows'>
        const names = columns.split(',')
        return populations.use(
          name,
          year,
          async opened => ({
            ...{ dataset: name, year, entity, from },
            total: opened.dataset.entities[entity].count,
            ...jsonRows(await datasetRows(own(), opened, entity, names, { from, limit })),
          }),
          call.signal,
          { model: own() },
        )
      },
    },
    {
      method: 'GET',
      path: '/v1/datasets/{name}/rows.csv',
      scope: 'run',
      async handle(call) {
        const name = publicNameOf(model, call)
        const { entity, columns, year } = call.request.query as Query<'downloadRows'>
        const { table } = await populations.use(
          name,
          year,
          opened => datasetRows(own(), opened, entity, columns.split(',')),
          call.signal,
          { model: own() },
        )
        const file = `${name}-${entity}-${year}.csv`
        call.reply.header('content-disposition', `attachment; filename="${file}"`).type('text/csv')
        return call.reply.send(Readable.from(csvParts(table)))
      },
    },
  ]
}

const nameOf = ({ request }: Call) => (request.params as Params<'getDataset'>).name

/** Throws E_DATASET_UNKNOWN, E_DATASET_PROTECTED. */
function publicNameOf(model: Model, call: Call): string {
  const name = nameOf(call)
  refuseProtected(model, name)
  return name
}
