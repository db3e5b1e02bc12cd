/** `schema/work-incentives.schema.json` takes what `reformlab incentives --json` prints, and nothing else. */
import outcomes from '@reformlab/schema/outcomes.schema.json' with { type: 'json' }
import schema from '@reformlab/schema/work-incentives.schema.json' with { type: 'json' }
import { Ajv } from 'ajv'
import { beforeAll, describe, expect, test } from 'vitest'
import { runCommand } from './testing/run-command.ts'

type Json = null | boolean | number | string | Json[] | JsonObject
type JsonObject = { [name: string]: Json }

const valid = new Ajv({ allowUnionTypes: true }).addSchema(outcomes).compile(schema)
const reform = 'law/us/reforms/larger-child-tax-credit.reform.yaml'
/** A map, whose names are entities. */
const isInMap = (path: string) => /\.records\.\w+$/.test(path)

interface Place {
  readonly path: string
  readonly holder: JsonObject
  readonly name: string
}

function placesIn(value: Json, path = ''): Place[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    const here = `${path}.${name}`
    return [{ path: here, holder: value as JsonObject, name }, ...placesIn(inner, here)]
  })
}

describe.each([
  ['of a reform', ['--reform', reform]],
  ['per dollar of compensation by tax units', ['--per', 'compensation', '--convention', 'tax-calculator']],
])('what incentives prints %s', (_, options) => {
  let incentives: JsonObject
  let properties: Place[]
  beforeAll(async () => {
    const { stdout } = await runCommand(['incentives', ...options, '--json'])
    incentives = JSON.parse(stdout)
    // Groups are alike; two of them are enough.
    const groups = incentives.groups as Json[]
    incentives.groups = [groups[0]!, groups.at(-1)!]
    properties = placesIn(incentives).filter(({ holder }) => !Array.isArray(holder))
  }, 120_000)

  function taken(holder: JsonObject, name: string, value: Json | undefined): boolean {
    const before = holder[name]
    if (value === undefined) delete holder[name]
    else holder[name] = value
    const result = valid(incentives)
    if (before === undefined) delete holder[name]
    else holder[name] = before
    return result
  }

  test('is valid', () => {
    expect(valid(incentives), JSON.stringify(valid.errors)).toBe(true)
    expect(properties.length).toBeGreaterThan(500)
  })

  test('lacks nothing and holds nothing more, but for names in maps', () => {
    const loose = properties.filter(
      ({ holder, name }) => taken(holder, name, undefined) || taken(holder, `${name}_2`, holder[name]),
    )
    expect(loose.map(({ path }) => path).filter(path => !isInMap(path))).toEqual([])
  })

  test('has no value of another type', () => {
    const others = (value: Json): Json[] =>
      [true, 'text', 0.5, [], {}].filter(
        other => typeof other !== typeof value || Array.isArray(other) !== Array.isArray(value),
      )
    const wrong = properties.filter(
      ({ holder, name }) =>
        holder[name] !== null && others(holder[name]!).some(other => taken(holder, name, other)),
    )
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  test('has no number where that has no meaning', () => {
    const overall = incentives.overall as JsonObject
    const dataset = incentives.dataset as JsonObject
    expect(taken(overall, 'records', 0.5)).toBe(false)
    expect(taken(overall, 'records', -1)).toBe(false)
    expect(taken(overall, 'earners', -1)).toBe(false)
    expect(taken(overall, 'from', 2)).toBe(false)
    expect(taken(incentives, 'reach', 0)).toBe(false)
    expect(taken(incentives, 'year', 2026.5)).toBe(false)
    expect(taken(incentives, 'per', 'wages')).toBe(false)
    expect(taken(incentives, 'format', 'reformlab-work-incentives/2')).toBe(false)
    expect(taken(dataset, 'access', 'secret')).toBe(false)
  })
})
