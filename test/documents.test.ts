/** What the documents and the schema of reform files say is what the reader does. */
import { readdirSync, readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import {
  calculateHousehold,
  householdAlongAxes,
  openModel,
  reformedModel,
  splitAxes,
} from '../engine/src/model/index.ts'
import { sampleSituations } from '../engine/src/model/testing/sample-situations.ts'
import { applyReform, loadParameterTree } from '../engine/src/parameters/index.ts'
import { canonicalText, readReform, reformContext } from '../engine/src/reforms/index.ts'
import { sampleReforms } from '../engine/src/reforms/testing/sample-reforms.ts'
import reformSchema from '../schema/reform.schema.json' with { type: 'json' }

const text = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const tree = loadParameterTree()
const context = reformContext(tree)
const model = await openModel()
const valid = new Ajv({ strict: false }).compile(reformSchema)
const ctc = 'gov.irs.credits.ctc.amount.base'

/** Code blocks of a document, by the word behind their fence. */
const blocks = (document: string, language: string) =>
  [...document.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)]
    .filter(([, word]) => word === language)
    .map(([, , code]) => code!)

describe('docs/reform-files.md', () => {
  const document = text('docs/reform-files.md')

  test.each(blocks(document, 'yaml'))(
    'its example is read, applied and fits the schema:\n%s',
    async example => {
      const reform = await readReform(example, 'example', context)
      expect(reform).toMatchObject({ format: 'reformlab' })
      expect(applyReform(tree, reform.changes)).toBeDefined()
      expect(await reformedModel(model, [reform])).toMatchObject({ country: 'us' })
      expect(valid(parse(example)), JSON.stringify(valid.errors)).toBe(true)
    },
  )

  test('its examples of other formats are read', async () => {
    const [policyEngine] = blocks(document, 'json')
    const [taxCalculator] = blocks(document, '')
    expect(await readReform(policyEngine!, 'example', context)).toMatchObject({ format: 'policyengine' })
    expect(await readReform(taxCalculator!, 'example', context)).toMatchObject({ format: 'tax-calculator' })
  })
})

describe('schema/reform.schema.json', () => {
  test('takes the example reforms and every canonical text', async () => {
    for (const file of readdirSync(new URL('../law/us/reforms', import.meta.url)))
      expect(valid(parse(text(`law/us/reforms/${file}`))), `${file} ${JSON.stringify(valid.errors)}`).toBe(
        true,
      )
    for (const sample of sampleReforms)
      expect(valid(JSON.parse(canonicalText(await readReform(sample, 'sample', context)))), sample).toBe(true)
  })

  test.each([
    'title: x',
    'reform: reformlab/2\nchanges: {}',
    'changes: 3',
    'to: 2026\nchanges: {}',
    'chnages: {}\nchanges: {}',
    'from: 2026\nvariables: { eitc: { formula: u => 0 } }',
    'variables: [eitc]',
    'variables: { eitc: u => 0 }',
    'variables: { eitc: {} }',
    'variables: { eitc: { formula: 0 } }',
    "variables: { eitc: { formula: ' ' } }",
    'variables: { eitc: { formula: u => 0, unit: currency-USD } }',
    'variables: { eitc: { formula: u => 0, from: 2026 } }',
    'variables: { surtax: { formula: u => 0, entity: tax_unit, label: Surtax } }',
    'variables: { Surtax: { formula: u => 0 } }',
    'variables: { __proto__: { formula: u => 0 } }',
    `changes: { ${ctc}: [] }`,
    `changes: { ${ctc}: { from: 2026 } }`,
    `changes: { ${ctc}: { from: 26, value: 1 } }`,
    `changes: { ${ctc}: { from: 2026, amount: 1 } }`,
    `changes: { ${ctc}: { 2026: lots } }`,
    `changes: { ${ctc}: { 2026: { indexed: maybe } } }`,
    `changes: { ${ctc}: { 2026: { value: 1, indexed: { rounding: { step: 50 } } } } }`,
    `changes: { ${ctc}: { 2026: { value: 1, indexed: { index: a, rounding: { step: 0 } } } } }`,
  ])('refuses what the reader refuses: %s', async file => {
    expect(valid(parse(file))).toBe(false)
    await expect(readReform(file, 'bad', context)).rejects.toMatchObject({
      code: expect.stringMatching(/^E_/),
    })
  })
})

describe('docs/household-files.md', () => {
  test('its example and the samples are answered', async () => {
    const [example] = blocks(text('docs/household-files.md'), 'json')
    for (const described of [example!, ...sampleSituations]) {
      const { variables } = calculateHousehold(model, {
        situation: parse(described),
        year: 2026,
        baseline: model.law,
      })
      expect(variables.length).toBeGreaterThan(0)
    }
  })

  test('its example of axes is answered in every cell', async () => {
    const [, example] = blocks(text('docs/household-files.md'), 'json')
    const { situation, axes } = splitAxes(JSON.parse(example!))
    const { cells, variables } = await householdAlongAxes(model, {
      ...{ situation, axes, year: 2026, baseline: model.law },
    })
    expect(cells).toBe(91 * 5)
    expect(variables[0]!.values[0]!.baseline).toHaveLength(cells)
  })

  test('it names every input that is filled in', async () => {
    const { situationRules } = await openModel()
    const document = text('docs/household-files.md')
    for (const input of Object.keys(situationRules.defaults))
      expect(document).toContain(input === 'age' ? 'age of head' : `\`${input}\``)
  })
})

test('docs/command-line.md names every command', async () => {
  const { commands } = await import('../engine/src/cli/commands.ts')
  for (const { name } of commands)
    expect(text('docs/command-line.md')).toMatch(new RegExp(`^\\| \`${name} `, 'm'))
})
