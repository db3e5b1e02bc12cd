import { datasetCards } from '../../datasets/index.ts'
import type { Model } from '../open-model.ts'

/** What a law holds, at a glance. */
export function describeModel({ country, hash, law, catalogue }: Model) {
  const variables = [...catalogue.variables.values()]
  const inputs = variables.filter(({ kind }) => kind === 'input').length
  return {
    ...{ country, hash, years: law.years },
    entities: [...catalogue.entities.values()].map(({ name, plural }) => ({ name, plural })),
    counts: { variables: variables.length - inputs, inputs, parameters: law.files.size },
    datasets: datasetCards().map(({ name }) => name),
  }
}
