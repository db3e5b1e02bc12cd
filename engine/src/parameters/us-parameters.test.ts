/** The parameter files of the United States. */
import schema from '@reformlab/schema/parameter.schema.json' with { type: 'json' }
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { loadLaw } from '../direct/index.ts'
import { boundsOf } from './check-bounds.ts'
import { loadParameterTree, readParameterTexts, UNLIMITED } from './index.ts'

const texts = readParameterTexts()
const tree = loadParameterTree()

describe('parameter files', () => {
  test('every one follows schema/parameter.schema.json', () => {
    const valid = new Ajv({ allowUnionTypes: true }).compile(schema)
    for (const [path, text] of texts)
      expect(valid(parse(text)), `${path} ${JSON.stringify(valid.errors)}`).toBe(true)
    expect(texts.size).toBeGreaterThan(250)
  })

  test('breakdowns have the values of the enum they name', async () => {
    const { enums } = await loadLaw()
    for (const { path, file, keys } of tree.leaves)
      if (file.breakdown) expect(enums.get(file.breakdown)!.values, path).toContain(keys.at(-1))
  })

  test('cite a section of the United States Code, a form, or say why there is no law', () => {
    for (const [path, { reference }] of tree.files)
      expect(reference, path).toMatch(/^(\d+ USC (§+\d|parts )|Form \d+|none: \w)/)
  })

  test('values of every year lie within their bounds, brackets in ascending order', () => {
    const { first, last } = tree.years
    for (const leaf of tree.leaves) {
      const values = tree.series(leaf.path)
      const { lower, upper } = boundsOf(tree, leaf)
      for (let i = 0; i <= last - first; i++) {
        for (const bound of lower)
          expect(values[i], leaf.path).toBeGreaterThanOrEqual(typeof bound === 'number' ? bound : bound[i]!)
        for (const bound of upper)
          expect(values[i], leaf.path).toBeLessThanOrEqual(typeof bound === 'number' ? bound : bound[i]!)
      }
    }
  })

  test('cite acts by public law and section, in years of the law', () => {
    for (const [path, { enacted }] of tree.files)
      for (const [year, act] of Object.entries(enacted ?? {})) {
        expect(Number(year), path).toBeGreaterThanOrEqual(tree.years.first)
        expect(act, path).toMatch(/^Pub\. L\. 11\d-\d+ (div\. [A-Z]+ )?§\d/)
      }
  })

  test('the poverty threshold grows by consumer prices where it is not published', () => {
    const of = (path: string, year: number) => tree.series(path)[year - tree.years.first]!
    const threshold = (year: number) => of('gov.census.spm.reference_threshold', year)
    const published = [2016, 2017, 2018, 2020, 2021, 2022, 2023]
    for (let year = tree.years.first; year <= tree.years.last; year++) {
      const last = published.findLast(one => one <= year) ?? 2016
      const [from, to] = year < last ? [year, last] : [last, year]
      let growth = 1
      for (let step = from; step < to; step++) growth *= 1 + of('gov.indices.cpi_u', step)
      const grown = year < last ? threshold(last) / growth : threshold(last) * growth
      expect(Math.abs(threshold(year) - grown), String(year)).toBeLessThanOrEqual(0.5)
    }
  })

  test('no parameter is NaN or beyond no limit in any year', () => {
    for (const { path } of tree.leaves)
      for (const value of tree.series(path)) expect(Math.abs(value), path).toBeLessThanOrEqual(UNLIMITED)
  })
})
