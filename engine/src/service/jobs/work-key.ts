import { engineVersion, type Model } from '../../model/index.ts'
import { asJson, canonicalHash } from '../../model/lock/canonical-json.ts'
import { NUMBERS } from '../../model/lock/lock.ts'
import { makersHash } from '../../model/makers-hash.ts'
import { type JobRequest, lastYear } from './job.ts'

/** SHA-256 of each. */
export interface WorkHashes {
  readonly dataset: string
  readonly baseline: readonly string[]
  readonly reforms: readonly string[]
}

const engine = { version: engineVersion(), numbers: NUMBERS, makers: makersHash() }

/** Names what is computed by all that it is computed from; what a job or a reform is called is no part of it. */
export function workKey(model: Model, request: JobRequest, hashes: WorkHashes): string {
  const { kind, dataset, year } = request
  const { convention = 'default', variables = [], names = 'reformlab' } = request
  const outcomes = JSON.stringify(model.outcomes(), (_, value) => (value instanceof Map ? [...value] : value))
  const options = { kind, dataset, year, last: lastYear(request), convention, variables, names }
  const law = { country: model.country, hash: model.hash, outcomes }
  return canonicalHash(asJson({ options, hashes, law, engine }))
}
