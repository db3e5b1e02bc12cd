import { datasetCard, datasetCards } from '../../datasets/index.ts'
import type { Route } from '../route.ts'

/** The cards of populations. */
export const datasetRoutes: readonly Route[] = [
  { method: 'GET', path: '/v1/datasets', scope: 'read', handle: () => datasetCards() },
  {
    method: 'GET',
    path: '/v1/datasets/{name}',
    scope: 'read',
    handle: ({ request }) => datasetCard((request.params as { name: string }).name),
  },
]
