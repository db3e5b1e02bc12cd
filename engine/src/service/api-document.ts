/**
 * `schema/openapi.yaml`, from which the service takes what it accepts: a route that is not described there cannot be made.
 *
 * Pointers into the document are compiled where they lie, so that its references hold.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { AnySchemaObject, ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import draft7 from 'ajv/dist/refs/json-schema-draft-07.json' with { type: 'json' }
import { parse } from 'yaml'
import { DEFAULT_DATASET, DEFAULT_YEAR, type Model } from '../model/index.ts'

export type Method = 'GET' | 'POST' | 'DELETE'

export interface ApiParameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required?: boolean
  readonly schema: AnySchemaObject
}

export interface ApiOperation {
  readonly operationId: string
  readonly parameters?: readonly (ApiParameter | { readonly $ref: string })[]
  readonly requestBody?: {
    readonly content: Readonly<
      Record<string, { readonly schema: AnySchemaObject; readonly example?: unknown }>
    >
  }
  readonly responses: Readonly<
    Record<string, { readonly $ref?: string; readonly content?: Readonly<Record<string, object>> }>
  >
}

export interface ApiDocument {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>
  readonly components: { readonly parameters: Readonly<Record<string, ApiParameter>> }
}

/** What Fastify validates of a request. */
export interface RouteSchema {
  readonly body?: AnySchemaObject
  readonly querystring?: AnySchemaObject
  readonly params?: AnySchemaObject
  readonly headers?: AnySchemaObject
}

const NAME = 'openapi.yaml'
const written = { dataset: DEFAULT_DATASET, year: DEFAULT_YEAR }
const schemaFile = (name: string) =>
  readFileSync(fileURLToPath(import.meta.resolve(`@reformlab/schema/${name}`)), 'utf8')

export class Api {
  readonly document: ApiDocument
  readonly #bodies: Ajv2020
  /** Texts of a query become numbers where numbers are expected. */
  readonly #queries: Ajv2020
  readonly #answers: Ajv2020

  /** `defaults`: what is meant where a request does not say, in place of what the document has. */
  constructor(defaults: Model['defaults'] = written) {
    this.document = parse(schemaFile(NAME), (key, value: unknown) =>
      key !== 'default'
        ? value
        : value === written.dataset
          ? defaults.dataset
          : value === written.year
            ? defaults.year
            : value,
    ) as ApiDocument
    this.#bodies = this.#validator({ coerceTypes: false })
    this.#queries = this.#validator({ coerceTypes: true })
    this.#answers = this.#validator({ coerceTypes: false, useDefaults: false })
  }

  /** What the operation takes; `path` as the document writes it. Throws a `RangeError` for one that is not described. */
  routeSchema(method: Method, path: string): RouteSchema {
    const operation = this.operation(method, path)
    const parameters = (operation.parameters ?? []).map(parameter =>
      '$ref' in parameter
        ? this.document.components.parameters[parameter.$ref.split('/').at(-1)!]!
        : parameter,
    )
    const of = (place: ApiParameter['in']) => {
      const own = parameters.filter(parameter => parameter.in === place)
      const named = (name: string) => (place === 'header' ? name.toLowerCase() : name)
      return {
        type: 'object',
        properties: Object.fromEntries(own.map(({ name, schema }) => [named(name), placed(schema)])),
        required: own.filter(({ required }) => required).map(({ name }) => named(name)),
        ...(place === 'query' && { additionalProperties: false }),
      }
    }
    const json = operation.requestBody?.content['application/json']
    const body = json && {
      $ref: pointer(path, method, 'requestBody', 'content', 'application/json', 'schema'),
    }
    return { params: of('path'), querystring: of('query'), headers: of('header'), ...(body && { body }) }
  }

  operation(method: Method, path: string): ApiOperation {
    const operation = this.document.paths[path]?.[method.toLowerCase()]
    if (!operation) throw new RangeError(`schema/openapi.yaml does not describe ${method} ${path}`)
    return operation
  }

  /** What may be asked of `path`, a path of a request. */
  methodsOf(path: string): string[] {
    const found = Object.entries(this.document.paths).find(([described]) =>
      new RegExp(`^${described.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path),
    )
    return Object.keys(found?.[1] ?? {}).map(method => method.toUpperCase())
  }

  validate(schema: AnySchemaObject, part: string | undefined): ValidateFunction {
    return (part === 'body' ? this.#bodies : this.#queries).compile(schema)
  }

  /** For what the operation answers with `status` as `type`. */
  validateResponse(method: Method, path: string, status: string, type: string): ValidateFunction {
    const shared = this.operation(method, path).responses[status]?.$ref
    const $ref = shared
      ? `${NAME}${shared}/content/${escaped(type)}/schema`
      : pointer(path, method, 'responses', status, 'content', type, 'schema')
    return this.#answers.compile({ $ref })
  }

  /** For what a file of `schema/` describes. */
  validateAs(file: string): ValidateFunction {
    return this.#answers.compile({ $ref: file })
  }

  #validator(options: { readonly coerceTypes: boolean; readonly useDefaults?: boolean }): Ajv2020 {
    const ajv = new Ajv2020({ strict: false, useDefaults: true, ...options })
    ajv.addMetaSchema(draft7)
    for (const file of [
      'outcomes.schema.json',
      'policyengine-impact.schema.json',
      'work-incentives.schema.json',
      'lock.schema.json',
    ])
      ajv.addSchema(JSON.parse(schemaFile(file)))
    ajv.addSchema(this.document, NAME)
    return ajv
  }
}

function pointer(path: string, method: Method, ...rest: readonly string[]): string {
  return `${NAME}#/${['paths', path, method.toLowerCase(), ...rest].map(escaped).join('/')}`
}

const escaped = (name: string) => encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'))

/** A part of the document whose references hold anywhere. */
function placed(schema: AnySchemaObject): AnySchemaObject {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#', `"$ref":"${NAME}#`)) as AnySchemaObject
}
