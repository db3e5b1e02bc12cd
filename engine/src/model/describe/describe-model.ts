import type { Model } from '../model.ts'

/** What a law holds, at a glance. */
export function describeModel(model: Model) {
  const { country, hash, law, catalogue, defaults } = model
  const variables = [...catalogue.variables.values()]
  const inputs = variables.filter(({ kind }) => kind === 'input').length
  return {
    ...{ country, hash, years: law.years },
    entities: [...catalogue.entities.values()].map(({ name, plural }) => ({ name, plural })),
    counts: { variables: variables.length - inputs, inputs, parameters: law.files.size },
    datasets: model.datasets().map(({ name }) => name),
    conventions: [...model.outcomes().conventions.values()].map(({ name, label }) => ({ name, label })),
    ...{
      defaults,
      currency: model.outcomes().currency,
      kind: 'program' in model ? ('law' as const) : ('package' as const),
    },
  }
}
