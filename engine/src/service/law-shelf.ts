/** Laws after reforms that came as texts. The same reforms give the same tree, so that populations keep its baseline. */
import {
  type Model,
  type ModelledLaw,
  reformedLaw,
  reformedModel,
  reformedParameters,
} from '../model/index.ts'
import type { ParameterTree } from '../parameters/parameter-tree.ts'
import { type Reform, readReform, reformHash } from '../reforms/index.ts'

const KEPT = 16

/** Texts of reforms, as requests bring them. */
export interface AskedLaws {
  readonly baseline: readonly string[]
  readonly reforms: readonly string[]
}

export class LawShelf {
  readonly model: Model
  readonly #laws = new Map<string, ParameterTree>()

  constructor(model: Model) {
    this.model = model
  }

  /** The law as it stands after reforms of any format. Throws what `readReform` and `reformedLaw` throw. */
  async baseline(texts: readonly string[]): Promise<ParameterTree> {
    const reforms = await this.read(texts, 'baseline')
    if (reforms.length === 0) return this.model.law
    const key = reforms.map(reformHash).join()
    const law = this.#laws.get(key) ?? reformedLaw(this.model.law, reforms)
    this.#laws.delete(key)
    this.#laws.set(key, law)
    if (this.#laws.size > KEPT) this.#laws.delete(this.#laws.keys().next().value!)
    return law
  }

  /** The baseline, and the law after the reforms on top of it: the same tree where there are none. Throws what `baseline` throws. */
  async both(
    asked: AskedLaws,
  ): Promise<{ readonly baseline: ParameterTree; readonly reform: ParameterTree }> {
    const baseline = await this.baseline(asked.baseline)
    return { baseline, reform: reformedLaw(baseline, await this.read(asked.reforms)) }
  }

  /**
   * The same with the models that compute them, which are one where no formula is changed. Throws what `reformedModel`
   * throws too.
   */
  async modelled(
    asked: AskedLaws,
  ): Promise<{ readonly baseline: ModelledLaw; readonly reform: ModelledLaw }> {
    const before = await this.read(asked.baseline, 'baseline')
    const reforms = await this.read(asked.reforms)
    const model = await reformedModel(this.model, before)
    const isOwn = model === this.model
    const law = isOwn ? await this.baseline(asked.baseline) : reformedParameters(this.model.law, before)
    const changesFormulas = reforms.some(({ variables = [] }) => variables.length > 0)
    return {
      baseline: { model, law },
      reform: {
        model: changesFormulas ? await reformedModel(this.model, [...before, ...reforms]) : model,
        law: reformedParameters(law, reforms),
      },
    }
  }

  /** `name` is what errors call the texts. */
  read(texts: readonly string[], name = 'reform'): Promise<Reform[]> {
    return Promise.all(
      texts.map((text, i) =>
        readReform(text, texts.length > 1 ? `${name} ${i + 1}` : name, this.model.reforms),
      ),
    )
  }
}
