/** Holds what the service answers to `schema/openapi.yaml`: a client never gets what it was not told of. */
import type { ValidateFunction } from 'ajv'
import { ReformlabError } from '../errors/index.ts'
import type { Impact } from '../outcomes/index.ts'
import type { Api, Method } from './api-document.ts'

export class AnswerCheck {
  readonly #api: Api
  readonly #validators = new Map<string, ValidateFunction>()
  #impact: ValidateFunction | undefined

  constructor(api: Api) {
    this.#api = api
  }

  /**
   * `answer` goes out in JSON. What is answered to a request that failed is of one shape and not checked again.
   *
   * throws  E_ANSWER, which names the rule and nothing of the answer
   */
  check(method: Method, path: string, status: number, answer: unknown): void {
    const { operationId, responses } = this.#api.operation(method, path)
    if (status >= 400 && !Object.hasOwn(responses, status)) return
    if (!Object.hasOwn(responses, status)) throw broken(operationId, `responses/${status}`)
    const key = `${method} ${path} ${status}`
    const valid =
      this.#validators.get(key) ??
      this.#api.validateResponse(method, path, String(status), 'application/json')
    this.#validators.set(key, valid)
    if (valid(answer)) return
    throw broken(operationId, ruleOf(valid))
  }

  /** For impacts that go out in frames. Throws E_ANSWER. */
  checkImpact(impact: Impact): void {
    this.#impact ??= this.#api.validateAs('outcomes.schema.json')
    if (!this.#impact(impact)) throw broken('streamFrames', ruleOf(this.#impact))
  }
}

const ruleOf = ({ errors }: ValidateFunction) => errors![0]!.schemaPath

const broken = (operation: string, rule: string) => new ReformlabError('E_ANSWER', { operation, rule })
