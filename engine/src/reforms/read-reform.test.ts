import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { applyReform, loadParameterTree } from '../parameters/index.ts'
import { canonicalText, reformHash } from './canonical-reform.ts'
import { readReform } from './read-reform.ts'
import { readPolicyEngineNames, reformContext } from './reform-context.ts'

const tree = loadParameterTree()
const context = reformContext(tree)
const read = (text: string | object, file = 'reform') =>
  readReform(typeof text === 'string' ? text : JSON.stringify(text), file, context)
const changesOf = async (text: string | object) => (await read(text)).changes

const ctc = 'gov.irs.credits.ctc.amount.base'
const standard = 'gov.irs.deductions.standard.amount'
const topRate = 'gov.irs.income.bracket.rates.7'
const refundable = 'gov.irs.credits.ctc.refundable.fully_refundable'

describe('a file of our own', () => {
  test('states values by year, by date, by span and by name', async () => {
    const reform = await read(`
reform: reformlab/1
title: An example
description: Of everything
changes:
  ${ctc}: { 2026: 3600, 2028-07-01: 4000 }
  ${refundable}: { 2026: true }
  ${topRate}: { from: 2026, to: 2028, value: 0.396 }
  gov.irs.income.bracket.rates.6:
    - { from: 2026, to: 2027, value: 0.36 }
    - { from: 2030-01-01, value: 0.365 }
  ${standard}:
    2027: { single: 20000, joint: 40000 }
  gov.irs.credits.ctc.refundable.phase_in.threshold: { 2026: { value: 0, indexed: false } }
`)
    expect(reform).toMatchObject({ title: 'An example', description: 'Of everything', format: 'reformlab' })
    expect(reform.changes).toEqual([
      { path: ctc, from: 2026, value: 3600 },
      { path: ctc, from: 2029, value: 4000 },
      { path: refundable, from: 2026, value: true },
      { path: 'gov.irs.credits.ctc.refundable.phase_in.threshold', from: 2026, value: 0, indexed: false },
      { path: `${standard}.joint`, from: 2027, value: 40000 },
      { path: `${standard}.single`, from: 2027, value: 20000 },
      { path: 'gov.irs.income.bracket.rates.6', from: 2026, to: 2027, value: 0.36 },
      { path: 'gov.irs.income.bracket.rates.6', from: 2030, value: 0.365 },
      { path: topRate, from: 2026, to: 2028, value: 0.396 },
    ])
  })

  test('may say once from when to when all of it holds', async () => {
    expect(
      await changesOf(
        `from: 2026\nto: 2027\nchanges:\n  ${ctc}: 3000\n  ${topRate}: { from: 2030, value: 0.4 }`,
      ),
    ).toEqual([
      { path: ctc, from: 2026, to: 2027, value: 3000 },
      { path: topRate, from: 2030, value: 0.4 },
    ])
  })

  test('switches indexation of every member of a breakdown, or says how values grow', async () => {
    const rule = { index: 'gov.indices.cpi_u', rounding: { step: 50, direction: 'down' } }
    expect(await changesOf({ changes: { [standard]: { 2026: { indexed: false } } } })).toHaveLength(5)
    const reform = await read({ changes: { [ctc]: { 2026: { value: 2500, indexed: rule } } } })
    expect(reform.changes).toEqual([
      {
        path: ctc,
        from: 2026,
        value: 2500,
        indexed: { index: rule.index, rounding: { ...rule.rounding, carried: false } },
      },
    ])
    expect(applyReform(tree, reform.changes).series(ctc)[2027 - 2013]! % 50).toBe(0)
  })

  test('writes no limit as parameter files do', async () => {
    expect(await changesOf(`changes: { ${standard}.single: { 2026: unlimited } }`)).toEqual([
      { path: `${standard}.single`, from: 2026, value: 9e99 },
    ])
  })
})

describe('a file of PolicyEngine', () => {
  test('holds values flat, open or bounded, in capitals and brackets', async () => {
    const reform = await read({
      'gov.irs.credits.ctc.amount.base[0].amount': { '2026-01-01.2100-12-31': 3600 },
      [`${standard}.JOINT`]: { '2026-01-01': 40000 },
      [topRate]: { 'year:2026:3': 0.396 },
      'gov.irs.credits.eitc.phase_out.joint_bonus[1].amount': { 2027: 8000 },
      'gov.irs.credits.ctc.phase_out.amount': { '2026-01-01.2027-12-31': 100 },
    })
    expect(reform.format).toBe('policyengine')
    expect(reform.changes).toEqual([
      { path: ctc, from: 2026, value: 3600, indexed: false },
      { path: 'gov.irs.credits.ctc.phase_out.rate', from: 2026, to: 2027, value: 0.1 },
      ...['one', 'three_or_more', 'two'].map(children => ({
        path: `gov.irs.credits.eitc.phase_out.joint_bonus.${children}`,
        from: 2027,
        value: 8000,
        indexed: false,
      })),
      { path: `${standard}.joint`, from: 2026, value: 40000, indexed: false },
      { path: topRate, from: 2026, to: 2028, value: 0.396 },
    ])
    expect(applyReform(tree, reform.changes).value(ctc, 2030)).toBe(3600)
  })

  test('lets a later beginning override, and what it covered return', async () => {
    const periods = { '2028-01-01.2029-12-31': 0.5, '2026-01-01': 0.4 } as const
    expect(await changesOf({ [topRate]: periods })).toEqual([
      { path: topRate, from: 2026, value: 0.4 },
      { path: topRate, from: 2028, value: 0.5 },
      { path: topRate, from: 2030, value: 0.4 },
    ])
  })

  test('may be flat or stand in the envelope of its API', async () => {
    const always = [{ path: topRate, from: 2013, value: 0.4 }]
    expect(await changesOf({ [topRate]: 0.4 })).toEqual(always)
    expect(await changesOf({ [topRate]: { ETERNITY: 0.4 } })).toEqual(always)
    const answer = {
      id: 94,
      label: 'A top rate of 40%',
      policy_json: { [topRate]: { 'year:2000:100': 0.4 } },
    }
    expect(await read(answer)).toMatchObject({ title: answer.label, changes: always })
    expect(await read({ status: 'ok', result: answer })).toMatchObject({
      title: answer.label,
      changes: always,
    })
  })

  test('is refused where the same path means something else', async () => {
    await expect(read({ 'gov.irs.credits.ctc.phase_out.increment': { 2026: 500 } })).rejects.toMatchObject({
      code: 'E_REFORM_PATH',
    })
  })

  test('every path of the mapping is known to the law', async () => {
    const { paths, differs } = await readPolicyEngineNames()
    for (const theirs of Object.keys(paths))
      expect(await changesOf({ [theirs]: { 2026: 0 } })).not.toEqual([])
    for (const theirs of Object.keys(differs)) expect(tree.leaves.map(l => l.path)).toContain(theirs)
  })
})

describe('a file of Tax-Calculator', () => {
  test('has comments, vectors and switches', async () => {
    const reform = await read(`// Title: an example
{
    "II_rt7": {"2026": 0.396, "2028": 0.4}, // top rate
    "STD": {"2026": [20000, 40000, 20000, 30000, 40000]},
    "CTC_is_refundable": {"2026": true},
    "AMEDT_ec-indexed": {"2026": true},
    "EITC_rt": {"2027": [0.1, 0.4, 0.45, 0.5]},
    "ETC_pe_Single": {"2026": 95}
}`)
    expect(reform.format).toBe('tax-calculator')
    expect(
      reform.changes.filter(({ path }) => !path.includes('exclusion') && !path.includes('eitc')),
    ).toEqual([
      { path: refundable, from: 2026, value: true },
      { path: 'gov.irs.credits.education.phase_out.end.other', from: 2026, value: 95000 },
      { path: `${standard}.head_of_household`, from: 2026, value: 30000 },
      { path: `${standard}.joint`, from: 2026, value: 40000 },
      { path: `${standard}.separate`, from: 2026, value: 20000 },
      { path: `${standard}.single`, from: 2026, value: 20000 },
      { path: `${standard}.surviving_spouse`, from: 2026, value: 40000 },
      { path: topRate, from: 2026, value: 0.396 },
      { path: topRate, from: 2028, value: 0.4 },
    ])
    expect(reform.changes.filter(({ indexed }) => indexed === true)).toHaveLength(5)
    expect(reform.changes).toContainEqual({
      path: 'gov.irs.credits.eitc.phase_in_rate.three_or_more',
      from: 2027,
      value: 0.5,
    })
  })

  test('joins a value and the switch of the same year', async () => {
    expect(await changesOf({ CTC_c: { 2026: 3000 }, 'CTC_c-indexed': { 2026: false } })).toEqual([
      { path: ctc, from: 2026, value: 3000, indexed: false },
    ])
  })

  test('may be a list of ParamTools records, or compound', async () => {
    const records = {
      II_rt7: [{ year: 2026, value: 0.396 }],
      STD: [
        { year: 2026, MARS: 'mjoint', value: 40000 },
        { year: 2027, value: 50000 },
      ],
      'CTC_c-indexed': [{ year: 2026, value: false }],
      AMEDT_rt: [{ value: 0.01 }],
    }
    const changes = await changesOf(records)
    expect(changes).toEqual([
      { path: ctc, from: 2026, indexed: false },
      { path: `${standard}.head_of_household`, from: 2027, value: 50000 },
      { path: `${standard}.joint`, from: 2026, value: 40000 },
      { path: `${standard}.joint`, from: 2027, value: 50000 },
      { path: `${standard}.separate`, from: 2027, value: 50000 },
      { path: `${standard}.single`, from: 2027, value: 50000 },
      { path: `${standard}.surviving_spouse`, from: 2027, value: 50000 },
      { path: topRate, from: 2026, value: 0.396 },
      { path: 'gov.irs.payroll.medicare.additional.rate', from: 2013, value: 0.01 },
    ])
    expect(await changesOf({ policy: records, consumption: {}, growdiff_response: {} })).toEqual(changes)
  })

  test('every name of the mapping is known to the law', async () => {
    const { parameters, enums } = await context.taxCalculatorNames()
    expect(Object.keys(parameters).length).toBeGreaterThan(200)
    for (const [name, { path, key, by }] of Object.entries(parameters)) {
      const type = tree.leaves.find(leaf => leaf.path.startsWith(key ? `${path}.${key}` : path))?.type
      const value = type === 'bool' ? true : 1
      const changes = await changesOf({ [name]: { 2026: by ? enums[by]!.map(() => value) : value } })
      expect(changes.length, name).toBe(by ? enums[by]!.length : 1)
    }
  })
})

test('equal reforms of different formats have the same canonical text and hash', async () => {
  const ours = await read(
    `title: A\nchanges: { ${topRate}: { 2026: 0.4, 2028: 0.5 }, ${refundable}: { 2026: yes-not } }`.replace(
      'yes-not',
      'true',
    ),
  )
  const theirs = await read({ CTC_is_refundable: { 2026: 1 }, II_rt7: { 2028: 0.5, 2026: 0.4 } })
  const third = await read({
    [topRate]: { '2026-01-01.2027-12-31': 0.4, '2028-01-01': 0.5 },
    [refundable]: { 2026: true },
  })
  const text = `{"reform":"reformlab/1","changes":{"${refundable}":{"2026":true},"${topRate}":{"2026":0.4,"2028":0.5}}}`
  for (const reform of [ours, theirs, third]) {
    expect(canonicalText(reform, false)).toBe(text)
    expect(reformHash(reform)).toBe(reformHash(ours))
  }
  expect(reformHash(ours)).toMatch(/^[0-9a-f]{64}$/)
  expect(reformHash(await read({ II_rt7: { 2026: 0.4 } }))).not.toBe(reformHash(ours))
})

describe('refused whole', () => {
  const long = 'E_REFORM_FILE'
  test.each([
    ['changes: 3', long, '"changes" takes'],
    ['title: x\nreform: reformlab/1', long, '"changes" is missing'],
    ['reform: reformlab/9\nchanges: {}', long, 'is not known'],
    [`changes: { ${ctc}: 3600 }`, long, 'not said from when'],
    [`changes: { ${ctc}: { 2026: 3600, soon: 4 } }`, long, 'a year or a date'],
    [`changes: { ${ctc}: { from: 26, value: 3600 } }`, long, 'takes a year or a date'],
    [`changes: { ${ctc}: { from: 2028, to: 2026, value: 3600 } }`, long, 'no 1 January'],
    [`changes: { ${ctc}: { from: 2026-02-01, to: 2026-12-31, value: 3600 } }`, long, 'no 1 January'],
    [`changes: { ${ctc}: [{ from: 2026, value: 1 }, { from: 2026, value: 2 }] }`, long, 'set twice'],
    [`changes: { ${ctc}: { 2026: 1, 2026-01-01: 2 } }`, long, 'set twice'],
    [`changes: { ${ctc}: [{ from: 2026, to: 2029, value: 1 }, { from: 2028, value: 2 }] }`, long, 'overlaps'],
    [`changes: { ${ctc}: [{ from: 2026, value: 1 }, { from: 2028, to: 2029, value: 2 }] }`, long, 'overlaps'],
    [`changes: { ${ctc}: { from: 2026, amount: 3600 } }`, long, '"amount" is not expected'],
    [`changes: { ${ctc}: { from: 2026 } }`, long, 'neither a "value" nor "indexed"'],
    [`changes: { ${ctc}: [] }`, long, 'empty list'],
    [`changes: { ${ctc}: { 2026: { indexed: maybe } } }`, long, '"indexed" takes'],
    [`changes: { ${topRate}: { 2026: { indexed: true } } }`, long, 'does not say how'],
    [`changes: { ${ctc}: { 2026: { value: 1, indexed: { index: 3 } } } }`, long, 'an "index"'],
    [
      `changes: { ${ctc}: { 2026: { value: 1, indexed: { index: a, rounding: { step: 0 } } } } }`,
      long,
      '"step" above 0',
    ],
    [`to: 2026\nchanges: {}`, long, 'needs a "from"'],
    [`title: [a]\nchanges: {}`, long, 'a text is expected'],
    [`changes: { ${ctc}: { 2026: lots } }`, 'E_PARAMETER_TYPE', '"lots"'],
    [`changes: { ${ctc}: { 2026: .inf } }`, 'E_PARAMETER_TYPE', 'a finite number'],
    [`changes: { ${refundable}: { 2026: 1 } }`, 'E_PARAMETER_TYPE', 'true or false'],
    [`changes: { ${standard}: { 2026: 3 } }`, 'E_PARAMETER_TYPE', 'a value for each of single'],
    [`changes: { ${standard}: { 2026: { widow: 3 } } }`, 'E_PARAMETER_UNKNOWN', `${standard}.widow`],
    ['changes: { gov.irs.credits.ctc: { 2026: 3 } }', 'E_PARAMETER_TYPE', 'a value for each of'],
    ['changes: { gov.irs.credits.ctc.amount.bse: { 2026: 3 } }', 'E_PARAMETER_UNKNOWN', 'bse'],
    [`changes: { ${ctc}: { 1999: 3 } }`, 'E_DATE_RANGE', '2013–2036'],
    [`changes: { ${ctc}: { 2036-02-01: 3 } }`, 'E_DATE_RANGE', '2036-02-01'],
    ['{"gov.irs.credits.ctc.amount.base": {"next year": 1}}', long, 'not a period'],
    ['{"gov.irs.credits.ctc.amount.base": {}}', long, 'no period'],
    ['{"gov.irs.credits.ctc.amount.base": {"1999": 1}}', 'E_DATE_RANGE', '1999'],
    ['{"gov.irs.credits.ctc.amount.base": {"2026": null}}', 'E_PARAMETER_TYPE', 'null'],
    ['{"gov.irs.credits.ctc.amount.bse": {"2026": 1}}', 'E_PARAMETER_UNKNOWN', 'bse'],
    ['{"label": "x", "policy_json": [1]}', long, 'takes parameters with their periods'],
    ['{"STD": {"2026": 20000}}', long, 'a vector of 5 values'],
    ['{"STD": {"2026": [1, 2]}}', long, 'has 2 values'],
    ['{"STD": {"2026": [[1, 2, 3, 4, 5]]}}', long, 'has 1 values'],
    ['{"II_rt7": {"2026": [1]}}', long, 'takes one value'],
    ['{"II_rt7": {"26": 1}}', long, 'takes years'],
    ['{"II_rt7": {"2099": 1}}', 'E_DATE_RANGE', '2099'],
    ['{"II_rt7": {"2026": "a"}}', 'E_PARAMETER_TYPE', '"a"'],
    ['{"II_rt77": {"2026": 1}}', 'E_PARAMETER_UNKNOWN', 'II_rt77'],
    ['{"CTC_c-indexed": {"2026": 3}}', long, 'switch takes'],
    ['{"STD": [{"year": 2026, "MARS": "couple", "value": 1}]}', long, '"mjoint"'],
    ['{"II_rt7": [{"year": 2026, "MARS": "single", "value": 1}]}', long, '"MARS" is not expected'],
    ['{"II_rt7": [{"year": 2026}]}', long, 'no "value"'],
    ['{"II_rt7": [3]}', long, 'a record like'],
    ['{"II_rt7": []}', long, 'has no records'],
    ['{"policy": {}, "growdiff_baseline": {"a": 1}}', long, 'assumptions'],
    ['{}', 'E_REFORM_FORMAT', 'no format'],
    ['[1]', 'E_REFORM_FORMAT', 'no format'],
    ['just some words', 'E_REFORM_FORMAT', 'no format'],
    ['{"people": {"a": {}}}', 'E_REFORM_FORMAT', 'no format'],
    ['{"II_rt7": {"2026": 0.4}', long, 'never closed'],
    ['', long, 'empty'],
  ])('%s', async (text, code, problem) => {
    await expect(read(text)).rejects.toMatchObject({ code, message: expect.stringContaining(problem) })
  })

  test('an unknown name comes with the nearest ones and its place', async () => {
    const wrong = read(`title: x\nchanges:\n  gov.irs.credits.ctc.amount.bse: { 2026: 3 }\n`, 'my.yaml')
    await expect(wrong).rejects.toMatchObject({
      details: { file: 'my.yaml', line: 3, column: 3, nearest: expect.stringContaining(ctc) },
    })
    await expect(read('{"CTC_k": {"2026": 1}}')).rejects.toMatchObject({
      details: { nearest: expect.stringContaining('CTC_c') },
    })
  })
})

test('the example reforms are read, change the law, and are all in reform-file form', async () => {
  const folder = fileURLToPath(import.meta.resolve('@reformlab/law/us/reforms'))
  const files = readdirSync(folder)
  expect(files.length).toBeGreaterThanOrEqual(9)
  for (const file of files) {
    const reform = await read(readFileSync(`${folder}/${file}`, 'utf8'), file)
    expect(reform).toMatchObject({ format: 'reformlab', title: expect.stringMatching(/\w/) })
    const { changes, variables = [] } = reform
    if (variables.length === 0) expect(applyReform(tree, changes).vector(2026)).not.toEqual(tree.vector(2026))
  }
})
