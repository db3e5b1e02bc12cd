/** Names that the service fills in where they are not sent, by operation. */
export interface Defaults {
  readonly getHealth: { readonly body: never; readonly query: never }
  readonly getReadiness: { readonly body: never; readonly query: never }
  readonly getMetrics: { readonly body: never; readonly query: never }
  readonly getVersion: { readonly body: never; readonly query: never }
  readonly listModels: { readonly body: never; readonly query: never }
  readonly listVariables: { readonly body: never; readonly query: 'search' }
  readonly getVariable: { readonly body: never; readonly query: never }
  readonly listParameters: { readonly body: never; readonly query: 'search' | 'year' }
  readonly getParameterGroup: { readonly body: never; readonly query: 'path' }
  readonly getParameters: { readonly body: never; readonly query: never }
  readonly listDatasets: { readonly body: never; readonly query: never }
  readonly getDataset: { readonly body: never; readonly query: never }
  readonly getDatasetSchema: { readonly body: never; readonly query: never }
  readonly summariseDataset: { readonly body: never; readonly query: 'weights' | 'records' | 'year' }
  readonly totalDataset: { readonly body: never; readonly query: 'year' }
  readonly listRows: { readonly body: never; readonly query: 'from' | 'limit' | 'year' }
  readonly downloadRows: { readonly body: never; readonly query: 'year' }
  readonly compareReforms: { readonly body: 'before' | 'after'; readonly query: never }
  readonly readReform: { readonly body: never; readonly query: never }
  readonly calculateHousehold: { readonly body: 'year' | 'reforms' | 'baseline' | 'variables' | 'explain'; readonly query: never }
  readonly varyEarnings: { readonly body: 'year' | 'reforms' | 'baseline' | 'income' | 'from' | 'to'; readonly query: never }
  readonly varyTwoIncomes: { readonly body: 'year' | 'reforms' | 'baseline' | 'first'; readonly query: never }
  readonly explainChange: { readonly body: 'year' | 'baseline' | 'variable'; readonly query: never }
  readonly computeImpact: { readonly body: 'dataset' | 'year' | 'reforms' | 'baseline' | 'format'; readonly query: never }
  readonly chartImpact: { readonly body: 'dataset' | 'year' | 'reforms' | 'baseline' | 'convention'; readonly query: never }
  readonly computeRates: { readonly body: 'dataset' | 'year' | 'reforms' | 'baseline' | 'income' | 'person' | 'per'; readonly query: never }
  readonly computeIncentives: { readonly body: 'dataset' | 'year' | 'reforms' | 'baseline' | 'convention' | 'per' | 'reach'; readonly query: never }
  readonly computeBudget: { readonly body: 'dataset' | 'from' | 'to' | 'reforms' | 'baseline'; readonly query: never }
  readonly lockImpact: { readonly body: 'dataset' | 'year' | 'reforms' | 'baseline' | 'convention'; readonly query: never }
  readonly rerunLock: { readonly body: never; readonly query: never }
  readonly openSession: { readonly body: 'dataset' | 'year' | 'baseline' | 'reforms' | 'convention'; readonly query: never }
  readonly closeSession: { readonly body: never; readonly query: never }
  readonly patchSession: { readonly body: never; readonly query: never }
  readonly streamFrames: { readonly body: never; readonly query: never }
  readonly submitJob: { readonly body: 'dataset' | 'year' | 'reforms' | 'baseline'; readonly query: never }
  readonly listJobs: { readonly body: never; readonly query: 'limit' }
  readonly getJob: { readonly body: never; readonly query: 'wait' }
  readonly cancelJob: { readonly body: never; readonly query: never }
  readonly getJobResult: { readonly body: never; readonly query: never }
  readonly submitBatch: { readonly body: 'dataset' | 'year' | 'reforms' | 'baseline'; readonly query: never }
  readonly getBatch: { readonly body: never; readonly query: never }
  readonly cancelBatch: { readonly body: never; readonly query: never }
}
