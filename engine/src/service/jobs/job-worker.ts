/** Computes what a job asks for, over the populations that all requests share, behind who waits for an answer. */
import { budgetOfYears, compiledModel, type Model } from '../../model/index.ts'
import { asJson, canonicalJson } from '../../model/lock/canonical-json.ts'
import { arrowBytes } from '../../model/table/write-arrow.ts'
import { unitColumns } from '../../model/unit-columns.ts'
import { reformHash } from '../../reforms/index.ts'
import type { LawShelf } from '../law-shelf.ts'
import { openImpacts } from '../open-impacts.ts'
import type { PopulationShelf } from '../population-shelf.ts'
import { vocabularyOf } from './check-request.ts'
import { ARROW_TYPE, type JobRequest, type JobResult, JSON_TYPE, lastYear, yearsFrom } from './job.ts'
import { workKey } from './work-key.ts'

export interface JobWork {
  readonly key: string
  /** Computes it; the same key always gives the same bytes. */
  compute(): Promise<Computed>
}

interface Computed extends Pick<JobResult, 'type'> {
  readonly bytes: Uint8Array
}

export interface JobSteps {
  readonly signal: AbortSignal
  /** Told of each step before it is done. */
  step(done: number, note: string): Promise<void>
}

type RequestedLaws = Awaited<ReturnType<LawShelf['modelled']>>

export class JobWorker {
  readonly #model: Model
  readonly #laws: LawShelf
  readonly #populations: PopulationShelf
  /** Hashes of datasets that have been open, by name and year. */
  readonly #hashes = new Map<string, string>()

  constructor(model: Model, laws: LawShelf, populations: PopulationShelf) {
    this.#model = model
    this.#laws = laws
    this.#populations = populations
  }

  /** What a request comes to. Throws what reading its reforms and opening its population throw. */
  async workOf(request: JobRequest, steps: JobSteps): Promise<JobWork> {
    const baselineReforms = await this.#laws.read(request.baseline, 'baseline')
    const reforms = await this.#laws.read(request.reforms)
    const dataset = await this.#datasetHash(request, steps.signal)
    const key = workKey(this.#model, request, {
      ...{ dataset, baseline: baselineReforms.map(reformHash), reforms: reforms.map(reformHash) },
    })
    return {
      key,
      compute: async () => {
        const laws = await this.#laws.modelled(request)
        if (request.kind === 'impact') return this.#impact(request, laws, steps)
        if (request.kind === 'columns') return this.#columns(request, laws, steps)
        return this.#budget(request, laws, steps)
      },
    }
  }

  async #impact(
    request: JobRequest,
    { baseline, reform }: RequestedLaws,
    steps: JobSteps,
  ): Promise<Computed> {
    const { year } = request
    await steps.step(0, `computes ${year}`)
    const impactOf = await openImpacts(this.#populations, request, baseline, reform.model, steps.signal, true)
    return json(await impactOf(() => reform.law, steps.signal))
  }

  async #columns(request: JobRequest, { reform }: RequestedLaws, steps: JobSteps): Promise<Computed> {
    const { year, variables = [] } = request
    const { law } = reform
    const model = compiledModel(reform.model, 'a job of columns')
    const vocabulary = await vocabularyOf(model, request)
    await steps.step(0, `computes ${year}`)
    const table = await this.#populations.use(
      request.dataset,
      year,
      (population, signal) => unitColumns(model, population, law, variables, vocabulary, { signal }),
      steps.signal,
      { model, isBackground: true },
    )
    return { bytes: arrowBytes(table), type: ARROW_TYPE }
  }

  async #budget(
    request: JobRequest,
    { baseline, reform }: RequestedLaws,
    steps: JobSteps,
  ): Promise<Computed> {
    const years = yearsFrom(request.year, lastYear(request))
    const window = await budgetOfYears(request.dataset, years, async year => {
      await steps.step(years.indexOf(year) / years.length, `computes ${year}`)
      return this.#populations.use(
        request.dataset,
        year,
        async (population, signal) => {
          await population.moveTo(year)
          return (await population.impact(baseline.law, reform.law, undefined, { signal })).impact
        },
        steps.signal,
        { model: baseline.model, throughYears: true, isBackground: true },
      )
    })
    return json(window)
  }

  async #datasetHash({ dataset, year }: JobRequest, signal: AbortSignal): Promise<string> {
    const name = `${dataset} ${year}`
    const hash =
      this.#hashes.get(name) ??
      (await this.#populations.use(dataset, year, async population => population.dataset.hash, signal, {
        isBackground: true,
      }))
    this.#hashes.set(name, hash)
    return hash
  }
}

/** In the text that lockfiles hash, so that equal answers have the hash they have there. */
function json(answer: object): Computed {
  return { bytes: new TextEncoder().encode(canonicalJson(asJson(answer))), type: JSON_TYPE }
}
