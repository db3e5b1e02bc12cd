/** `schema/outcomes.schema.json` takes what `reformlab impact --json` prints, and nothing else. */
import schema from '@reformlab/schema/outcomes.schema.json' with { type: 'json' }
import { Ajv } from 'ajv'
import { beforeAll, describe, expect, test } from 'vitest'
import { impactOfColumns, winnerBins } from '../engine/src/outcomes/index.ts'
import {
  populationKinds,
  randomPopulation,
  seededRandom,
} from '../engine/src/outcomes/testing/random-population.ts'
import { table } from '../engine/src/outcomes/testing/test-table.ts'
import { runCommand } from './testing/run-command.ts'

type Json = null | boolean | number | string | Json[] | JsonObject
type JsonObject = { [name: string]: Json }

/** A property of an object, or an item of a list. */
interface Place {
  readonly path: string
  readonly holder: JsonObject
  readonly name: string
  readonly value: Json
}

const valid = new Ajv({ allowUnionTypes: true }).compile(schema)

/** Maps, whose names are the law's or the dataset's. */
const inMap = /^(population|budget\.(standardError\.)?byGovernment|definitions\.\w+\.records)\.\w+$/
const isError = /\.standardError\.(byGovernment\.)?(?!byGovernment$)\w+$/
const isShareOfPeople = /\.winnersAndLosers\.(gain|lose)\.(share|standardError)$/
const mayBeNull = [
  /^programmes\.\d+\.partOf$/,
  ...['group', 'from', 'to', 'upperBound', 'meanBaseline', 'averageChange', 'relativeChange'].map(
    name => new RegExp(`^(groups\\.\\d+|overall)\\.${name}$`),
  ),
  /^(groups\.\d+|overall)\.winnersAndLosers\.shares$/,
  isShareOfPeople,
  ...['gini', 'top10Share', 'top1Share', 'bottom50Share', 's80s20', 'p90p10'].map(
    name => new RegExp(`^inequality\\.${name}\\.(baseline|reform|change)$`),
  ),
  /^poverty\.\d+\.amount$/,
  /^poverty\.\d+\.groups\.\d+\.(rate|deepRate|gap|squaredGap)\.(baseline|reform|change)$/,
  isError,
]
const isNullable = (path: string) => mayBeNull.some(pattern => pattern.test(path))
const isRecords = /\.records(\.\w+)?$/
const isWhole = new RegExp(`^year$|\\.group$|${isRecords.source}`)
const isAtLeastZero = new RegExp(
  `${isRecords.source}|${isError.source}|${isShareOfPeople.source}|\\.(weighted|winners|losers|units|people|from|to)$|\\.(payersOrRecipients|people|shares)\\.\\w+$`,
)
const isFixedWord =
  /^format$|\.(access|kind|line|equivalenceScale|groupWeights|means|groupStraddlers|overall|lossEdges|inequalityWeights|negativeIncomes|shareStraddlers)$|\.apart\.\d+$/
const isPlaceInRanking = /\.(from|to)$|\.cuts\.\d+$/

function placesIn(value: Json, path = ''): Place[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    const here = path ? `${path}.${name}` : name
    return [{ path: here, holder: value as JsonObject, name, value: inner }, ...placesIn(inner, here)]
  })
}

const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value))
const kindOf = (value: Json) => (value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value)
const oneOfEachKind: Json[] = [null, true, 1, 'text', [], {}]

describe.each(['default', 'tax-calculator', 'policyengine-5'])(
  'what impact prints by convention %s',
  convention => {
    let impact: Json
    let places: Place[]
    let properties: Place[]
    beforeAll(async () => {
      const reform = 'law/us/reforms/larger-child-tax-credit.reform.yaml'
      const { stdout } = await runCommand([
        'impact',
        '--reform',
        reform,
        '--convention',
        convention,
        '--json',
      ])
      impact = JSON.parse(stdout)
      places = placesIn(impact)
      properties = places.filter(({ holder }) => !Array.isArray(holder))
    }, 120_000)

    /** Whether the impact stays valid with `value` there, or with nothing where it is undefined. */
    function taken(holder: JsonObject, name: string, value: Json | undefined): boolean {
      const before = holder[name]
      const put = (what: Json | undefined) => {
        if (what === undefined) delete holder[name]
        else holder[name] = what
      }
      put(value)
      const result = valid(impact)
      put(before)
      return result
    }

    const pathsOf = (chosen: readonly Place[]) => chosen.map(({ path }) => path)

    test('is valid', () => {
      expect(impact).toMatchObject({ convention: { name: convention }, budget: { benefits: 0 } })
      expect(valid(impact), JSON.stringify(valid.errors)).toBe(true)
    })

    test('lacks nothing: without any one property it is refused, but for names in maps', () => {
      const dispensable = properties.filter(({ holder, name }) => taken(holder, name, undefined))
      expect(pathsOf(dispensable)).toEqual(pathsOf(properties.filter(({ path }) => inMap.test(path))))
    })

    test('holds nothing more: a copy of any one property by another name is refused, but in maps', () => {
      const doubled = properties.filter(({ holder, name, value }) => taken(holder, `${name}_2`, value))
      expect(pathsOf(doubled)).toEqual(pathsOf(properties.filter(({ path }) => inMap.test(path))))
    })

    test('has each value of its type alone, or null where it may have none', () => {
      const otherKinds = ({ holder, name, value }: Place) =>
        oneOfEachKind
          .filter(other => kindOf(other) !== kindOf(value) && taken(holder, name, other))
          .map(kindOf)
      for (const place of places) {
        const others = otherKinds(place)
        if (!isNullable(place.path)) expect(others, place.path).toEqual([])
        else if (place.value !== null) expect(others, place.path).toEqual(['null'])
        else expect(others.length, place.path).toBeLessThanOrEqual(1)
      }
    })

    test.each<[string, Json, (path: string) => boolean]>([
      ['a fraction', 0.5, path => isWhole.test(path)],
      ['less than −1', -2, path => isAtLeastZero.test(path) || /\.(group|cuts\.\d+)$/.test(path)],
      ['more than 1', 2, path => isPlaceInRanking.test(path)],
      ['any word', 'text', path => isFixedWord.test(path)],
    ])('is not %s where that has no meaning', (_, other, isRefused) => {
      const alike = places.filter(({ value }) => kindOf(value) === kindOf(other))
      const refused = alike.filter(({ holder, name }) => !taken(holder, name, other))
      expect(refused.length).toBeGreaterThan(0)
      expect(pathsOf(refused)).toEqual(pathsOf(alike.filter(({ path }) => isRefused(path))))
    })
  },
)

/** Impacts by every convention of the test table on random protected populations, and on the same in debt. */
function oddImpacts(): Json[] {
  return populationKinds.flatMap(kind =>
    [1, 7, 60].flatMap(households => {
      const { population: open, before, after } = randomPopulation(households, kind, seededRandom(households))
      const population = { ...open, access: 'protected' as const }
      return [...table.conventions.keys()].flatMap(convention =>
        [1, -1].map(sign => {
          const isAmount = (name: string) => /^(tax|benefit|net_income|market_income)$/.test(name)
          const column = (of: typeof before) => (name: string) =>
            of[name]!.map(value => (isAmount(name) ? sign : 1) * value)
          return asJson(impactOfColumns(population, table, column(before), column(after), convention))
        }),
      )
    }),
  )
}

test('impacts of odd populations are valid, and whatever may be null is so in one of them', () => {
  const impacts = oddImpacts()
  for (const impact of impacts) expect(valid(impact), JSON.stringify(valid.errors)).toBe(true)
  const nulls = impacts.flatMap(impact => placesIn(impact).filter(({ value }) => value === null))
  expect(mayBeNull.filter(pattern => !nulls.some(({ path }) => pattern.test(path)))).toEqual([])
})

test('the schema has the bins of the engine, in order', () => {
  const { properties, required } = schema.definitions.bins
  expect(Object.keys(properties)).toEqual([...winnerBins])
  expect(required).toEqual([...winnerBins])
})

test('the schema says of every property what it is', () => {
  const described = placesIn(asJson(schema)).filter(({ path }) => /(^|\.)properties\.\w+$/.test(path))
  expect(described.length).toBeGreaterThan(80)
  for (const { path, value } of described)
    expect(value, path).toMatchObject({ description: expect.stringMatching(/^.{5,}\.$/) })
})
