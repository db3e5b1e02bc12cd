/** Computes what a lock pins: the answer of a command, and all that it was computed from. */
import type { Progress } from '../../datasets/index.ts'
import { canonicalText, type Reform, reformHash } from '../../reforms/index.ts'
import { engineVersion } from '../engine-version.ts'
import type { CompiledModel } from '../model.ts'
import { type CompiledPopulation, openPopulation } from '../open-population.ts'
import { reformedLaw } from '../reformed-law.ts'
import type { Assumptions } from '../response/assumptions.ts'
import { impactWithResponse } from '../response/impact-with-response.ts'
import { unitColumns } from '../unit-columns.ts'
import { asJson, canonicalHash, canonicalJson, sha256 } from './canonical-json.ts'
import { columnsResult } from './columns-result.ts'
import { type Json, LOCK_FORMAT, type Lock, type LockedFile, type LockOptions, NUMBERS } from './lock.ts'

/** What was in a file, and what it is called. */
export type Named<Content> = Content & { readonly file: string }

export interface LockRequest {
  readonly command: Lock['command']
  readonly options: LockOptions
  readonly year: number
  readonly dataset: string
  readonly baseline: readonly Named<Reform>[]
  readonly reforms: readonly Named<Reform>[]
  readonly assumptions?: Named<Assumptions>
}

export interface LockMachine {
  readonly workers?: number
  readonly progress?: Progress
}

/** Answers `request` and locks it. Throws what the command throws. */
export async function computeLock(
  model: CompiledModel,
  request: LockRequest,
  machine: LockMachine,
): Promise<Lock> {
  const population = await openPopulation(model, request.dataset, request.year, machine)
  try {
    return await lockOn(model, population, request)
  } finally {
    await population.close()
  }
}

/** The lock of `request` on its population. Throws what the command throws. */
export async function lockOn(
  model: CompiledModel,
  population: CompiledPopulation,
  request: LockRequest,
): Promise<Lock> {
  const { command, options, year, assumptions } = request
  const { name, hash } = population.dataset
  const result = await answer(model, population, request)
  return {
    ...{ format: LOCK_FORMAT, command, options },
    baseline: request.baseline.map(lockedReform),
    reforms: request.reforms.map(lockedReform),
    assumptions: assumptions ? lockedAssumptions(assumptions) : null,
    law: { country: model.country, hash: model.hash },
    dataset: { name, year, hash },
    engine: { version: engineVersion(), numbers: NUMBERS },
    ...{ result, resultHash: canonicalHash(result) },
  }
}

async function answer(
  model: CompiledModel,
  population: CompiledPopulation,
  request: LockRequest,
): Promise<Json> {
  const { command, options, assumptions } = request
  const baseline = reformedLaw(model.law, request.baseline)
  const reform = reformedLaw(baseline, request.reforms)
  if (command === 'columns') {
    const vocabulary =
      options.names === 'tax-calculator' ? await model.reforms.taxCalculatorNames() : undefined
    return asJson(
      columnsResult(await unitColumns(model, population, reform, options.variables ?? [], vocabulary)),
    )
  }
  if (!assumptions) return asJson((await population.impact(baseline, reform, options.convention)).impact)
  const { title, elasticities } = assumptions
  const laws = { baseline, reform }
  const run = await impactWithResponse(model, population, laws, { title, elasticities }, options.convention)
  return asJson({ ...run.impact, response: run.response })
}

function lockedReform(reform: Named<Reform>): LockedFile {
  return { file: reform.file, hash: reformHash(reform), text: canonicalText(reform) }
}

function lockedAssumptions({ file, title, elasticities }: Named<Assumptions>): LockedFile {
  const { substitution, income, capitalGains } = elasticities
  const text = canonicalJson({
    ...{ assumptions: 'reformlab/1', title },
    elasticities: { substitution, income, capital_gains: capitalGains },
  })
  return { file, hash: sha256(text), text }
}
