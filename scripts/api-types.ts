/**
 * Types of `schema/openapi.yaml`: what is sent and answered, and what the service fills in where nothing was sent.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'
import type { ApiDocument, ApiParameter } from '../engine/src/service/api-document.ts'

/** Writes them below `root`; with `check` answers instead which files are not fresh. */
export function apiTypes(root: string, { check }: { readonly check: boolean }): string[] {
  const types = 'schema/generated/openapi.ts'
  const package_ = createRequire(`${root}schema/package.json`).resolve('openapi-typescript/package.json')
  const options = ['--immutable', '--empty-objects-unknown', '--output', `${root}${types}`]
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      join(dirname(package_), 'bin/cli.js'),
      `${root}schema/openapi.yaml`,
      ...options,
      ...(check ? ['--check'] : []),
    ],
    { encoding: 'utf8' },
  )
  if (status !== 0 && !check) throw new Error(/^\w*Error: .*$/m.exec(stderr)?.[0] ?? stderr)
  const stale = status === 0 ? [] : [types]
  const defaults = 'schema/generated/defaults.ts'
  const fresh = defaultsOf(parse(readFileSync(`${root}schema/openapi.yaml`, 'utf8')))
  if (!check) writeFileSync(`${root}${defaults}`, fresh)
  else if (readFileSync(`${root}${defaults}`, 'utf8') !== fresh) stale.push(defaults)
  return stale
}

/** For each operation the names in its body and its query that have a default. */
function defaultsOf({ paths, components }: ApiDocument): string {
  const lines = Object.values(paths)
    .flatMap(operations => Object.values(operations))
    .map(({ operationId, requestBody, parameters = [] }) => {
      const schema = requestBody?.content['application/json']?.schema
      const body = Object.entries(schema?.properties ?? {})
        .filter(([, property]) => hasDefault(property))
        .map(([name]) => name)
      const query = parameters
        .map(parameter =>
          '$ref' in parameter ? components.parameters[parameter.$ref.split('/').at(-1)!]! : parameter,
        )
        .filter((parameter: ApiParameter) => parameter.in === 'query' && hasDefault(parameter.schema))
        .map(({ name }) => name)
      return `  readonly ${operationId}: { readonly body: ${union(body)}; readonly query: ${union(query)} }`
    })
  const opening = '/** Names that the service fills in where they are not sent, by operation. */'
  return `${opening}\nexport interface Defaults {\n${lines.join('\n')}\n}\n`
}

const hasDefault = (schema: unknown) => typeof schema === 'object' && schema !== null && 'default' in schema

const union = (names: readonly string[]) => names.map(name => `'${name}'`).join(' | ') || 'never'
