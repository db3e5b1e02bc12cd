import { describe, expect, test } from 'vitest'
import { verifyProgram } from '../program/index.ts'
import { compileReformedLaw, readLaw } from './compile-law.ts'
import { featureShape } from './fixtures/feature-shape.ts'
import { featureSources } from './fixtures/feature-sources.ts'
import { lawLimits } from './law-limits.ts'
import { LawError } from './law-problem.ts'
import { asArrow, formulaChange } from './testing/formula-changes.ts'
import type { VariableChange } from './variable-change.ts'

const law = readLaw(featureSources())
const compile = (...changes: VariableChange[]) => compileReformedLaw(law, featureShape, changes)
const plain = compile().program
const added = { entity: 'tax_unit', label: 'Added', reference: '§2' }

function problemsOf(...changes: VariableChange[]) {
  try {
    compile(...changes)
  } catch (error) {
    if (error instanceof LawError) return error.problems
    throw error
  }
  return []
}

/** Formula of `tax`, ¦ where a mistake is expected, and what is said of it. */
function mistake(marked: string, about: Partial<VariableChange> = {}) {
  const before = marked.slice(0, marked.indexOf('¦')).split('\n')
  const change = formulaChange('surtax', marked.replace('¦', ''), about)
  const place = { line: 10 + before.length, column: 7 + before.at(-1)!.length, file: 'reform.yaml' }
  return { place, problems: problemsOf(change) }
}

test('every formula of a law in its own place makes the same program', () => {
  for (const { name, formula, module, kind } of law.definitions.variables.values()) {
    if (kind === 'input') continue
    const text = asArrow(module.text.slice(formula!.start!, formula!.end!))
    const { program } = compile(formulaChange(name, text))
    const bare = (nodes: typeof plain.nodes) => nodes.map(({ source: _, ...node }) => node)
    expect(bare(program.nodes), name).toEqual(bare(plain.nodes))
    expect(program.variables).toEqual(plain.variables)
  }
})

test('a formula may replace another, and the formula it replaces a second time', () => {
  const { program, definitions } = compile(
    formulaChange('income', 'unit => nowhere(unit)'),
    formulaChange('income', 'unit => 2 * unit.interest', { label: 'Interest, twice' }),
  )
  expect(verifyProgram(program)).toEqual([])
  expect(definitions.variables.get('income')).toMatchObject({
    label: 'Interest, twice',
    entity: 'tax_unit',
    reference: 'Invented law §1',
  })
  const { node } = program.variables.find(({ name }) => name === 'income')!
  expect(program.nodes[node]).toMatchObject({ op: 'multiply' })
  expect(program.sources[program.nodes[node]!.source!]).toMatchObject({ file: 'reform.yaml', line: 11 })
})

test('a variable may be added, of any type, and read by other formulas', () => {
  const { program } = compile(
    formulaChange('is_rich', 'unit => unit.income > 100 * STEP', { ...added, type: 'bool' }),
    formulaChange('wealth', "unit => (unit.is_rich ? 'high' : unit.band)", { ...added, type: 'band' }),
    formulaChange('bonus', "m => (m.tax_unit.wealth === 'high' ? 0 : clamp(m.wages, 0, 10))", {
      ...added,
      entity: 'person',
    }),
    formulaChange('surtax', 'unit => unit.members.sum(m => m.bonus)'),
  )
  expect(verifyProgram(program)).toEqual([])
  const domains = program.variables.slice(-3).map(({ node }) => program.nodes[node]!)
  expect(domains).toMatchObject([{ type: 'bool' }, { domain: 'band' }, { type: 'number', entity: 'person' }])
})

describe('a mistake in a formula is reported where it stands in the file', () => {
  test.each([
    ['unit => unit.income + unit.¦incme', 'E_LAW_NAME', 'Did you mean income'],
    ['unit => {\n  const x = 1\n  return x +\n    ¦nowhere\n}', 'E_LAW_NAME', 'Declare it'],
    ['unit => 1 +¦', 'E_LAW_SYNTAX', 'Write (unit, law) =>'],
    ['¦function (unit) { return 1 }', 'E_LAW_SYNTAX', 'Write (unit, law) =>'],
    ['¦async unit => 1', 'E_LAW_SYNTAX', 'Write (unit, law) =>'],
    ['¦1 + 1', 'E_LAW_SYNTAX', 'Write (unit, law) =>'],
    ['unit => 1¦; unit => 2', 'E_LAW_SYNTAX', 'Write (unit, law) =>'],
    ["unit => ¦'joint'", 'E_LAW_TYPE', 'Compare text'],
    ["unit => ¦import('node:fs').x", 'E_LAW_SYNTAX', 'law/language/README.md'],
    ["unit => ¦require('fs')", 'E_LAW_NAME', 'Declare it'],
    ['unit => ¦globalThis.process.exit()', 'E_LAW_NAME', 'Declare it'],
    ['unit => ¦eval("1")', 'E_LAW_NAME', ''],
    ['unit => ¦new Function("return 1")()', 'E_LAW_SYNTAX', 'Write a function'],
    ['unit => ¦this.x', 'E_LAW_SYNTAX', 'first argument'],
    ['unit => unit.¦constructor', 'E_LAW_NAME', 'Define it'],
    ['unit => unit.¦__proto__', 'E_LAW_NAME', 'Define it'],
    ['(unit, law) => law.¦__proto__', 'E_LAW_NAME', 'There are gov'],
    ['unit => Math.¦constructor(1)', 'E_LAW_SYNTAX', 'There are max'],
    ['unit => Number.¦constructor(1)', 'E_LAW_SYNTAX', 'Number.isFinite'],
    ['unit => ¦Number.prototype', 'E_LAW_NAME', 'Declare it'],
    ['unit => ({ x: 1 }).¦toString()', 'E_LAW_NAME', 'There are x'],
    ['¦unit => split(unit.income, 3).low', 'E_LAW_TYPE', 'Use it as it is'],
    ['¦unit => unit.surtax', 'E_LAW_CYCLE', 'Break the cycle'],
  ])('%s', (marked, code, remedy) => {
    const { place, problems } = mistake(marked)
    expect(problems[0]).toMatchObject({ ...place, code, remedy: expect.stringContaining(remedy) })
  })

  test('a cycle through formulas of the law is shown, at the formula that closes it', () => {
    const problems = problemsOf(formulaChange('income', 'unit =>\n unit.surtax'))
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ code: 'E_LAW_CYCLE', file: 'reform.yaml', line: 11, column: 7 })
    expect(problems[0]!.problem).toMatch(/income → surtax → income|surtax → income → surtax/)
  })

  test('what a function of the law refuses is said of the formula that calls it', () => {
    const { problems } = mistake('¦unit => clamp(unit.status, 0)')
    expect(problems[0]!.problem).toMatch(
      /\(in .*feature-law-helpers.ts, line \d+, which this formula calls\)/,
    )
  })
})

describe('what a change may not be', () => {
  test.each([
    [formulaChange('incme', 'unit => 1'), 'there is no variable', 'Did you mean income'],
    [formulaChange('wages', 'unit => 1'), 'is an input', 'Replace the formulas that read it'],
    [formulaChange('income', 'unit => 1', added), 'is already defined in', 'Leave out its entity'],
    [formulaChange('head', 'unit => 1', added), 'already means something', 'another name'],
    [formulaChange('members', 'unit => 1', added), 'already means something', 'another name'],
    [formulaChange('household', 'unit => 1', added), 'already means something', 'another name'],
    [formulaChange('x', 'unit => 1', { ...added, entity: 'unit' }), 'no entity "unit"', 'tax_unit'],
    [formulaChange('x', 'unit => 1', { ...added, type: 'text' }), 'no type "text"', 'band'],
    [formulaChange('x', 'unit => 1', { ...added, type: '__proto__' }), 'no type "__proto__"', 'band'],
  ])('%o', (change, problem, remedy) => {
    const where = { code: 'E_LAW_NAME', file: 'reform.yaml', line: 10, column: 3 }
    const said = { problem: expect.stringContaining(problem), remedy: expect.stringContaining(remedy) }
    expect(problemsOf(change)).toEqual([{ ...where, ...said }])
  })

  test('all mistakes are reported together', () => {
    const wrong = [formulaChange('incme', 'unit => 1'), formulaChange('surtax', 'unit =>')]
    expect(problemsOf(...wrong).map(({ code }) => code)).toEqual(['E_LAW_NAME', 'E_LAW_SYNTAX'])
  })
})

describe('a formula too large for the machine is refused', () => {
  const doubled = (levels: number) =>
    Array.from({ length: levels }, (_, i) => `const f${i + 1} = x => f${i}(x) + f${i}(x + 1)`).join('\n')
  const choices = 'o = unit.interest > i ? (unit.interest > 2 * i ? o : p) : unit.interest > 3 * i ? o : p'
  test.each([
    ['its text', `unit => ${'1 + '.repeat(lawLimits.formulaLength / 4)}1`],
    ['its depth', `unit => ${'('.repeat(400)}unit.interest${' + 1)'.repeat(400)}`],
    ['a depth beyond the stack', `unit => ${'['.repeat(4900)}1${']'.repeat(4900)}`],
    ['a long sum', `unit => unit.interest${' + 1'.repeat(1000)}`],
    ['what it inlines', `unit => {\nconst f0 = x => x\n${doubled(30)}\nreturn f30(unit.interest)\n}`],
    [
      'loops within loops',
      'unit => {\nlet x = unit.interest\nfor (let i = 1; i <= 200; i++)\nfor (let j = 1; j <= 200; j++)\nfor (let k = 1; k <= 200; k++) x += i\nreturn x\n}',
    ],
    [
      'choices among choices',
      `unit => {\nlet o = { x: 1 }\nconst p = { x: 2 }\nfor (let i = 1; i <= 100; i++) ${choices}\nreturn o.x\n}`,
    ],
  ])('%s', (_, formula) => {
    const begun = performance.now()
    const [first] = problemsOf(formulaChange('surtax', formula))
    expect(first).toMatchObject({ code: 'E_LAW_LIMIT', file: 'reform.yaml' })
    expect(performance.now() - begun).toBeLessThan(10_000)
  })

  test('a mistake read again and again', () => {
    const body = 'for (let i = 1; i <= 200; i++) for (let j = 1; j <= 200; j++) { const y = unit.incme }'
    const begun = performance.now()
    const problems = problemsOf(formulaChange('surtax', `unit => {\n${body}\nreturn 1\n}`))
    expect(problems.map(({ code }) => code)).toContain('E_LAW_NAME')
    expect(performance.now() - begun).toBeLessThan(10_000)
  })

  test('their number', () => {
    const many = Array.from({ length: lawLimits.formulas + 1 }, (_, i) =>
      formulaChange(`x${i}`, 'unit => 1', added),
    )
    expect(problemsOf(...many.slice(1))).toEqual([])
    expect(problemsOf(...many)).toMatchObject([{ code: 'E_LAW_LIMIT', line: 10 }])
  })
})
