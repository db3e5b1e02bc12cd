import { expect, test } from 'vitest'
import { compileLaw } from './compile-law.ts'
import { featureSources } from './fixtures/feature-sources.ts'
import { lawLimits } from './law-limits.ts'
import { LawError, type LawErrorCode, type LawProblem } from './law-problem.ts'
import { condition as flag, group, number, numbered, table } from './testing/parameter-shapes.ts'

const shape = group({
  gov: group({
    rate: number,
    is_on: flag,
    rates: numbered(2),
    by_status: table('status', ['single', 'joint']),
    pair: group({ first: number, second: flag }),
  }),
})
const language = [...featureSources()].filter(([path]) => path.startsWith('law/language/'))
const prelude = `
import { entity, enumeration, input, roundHalfUp, variable } from '../language/index.ts'
export const Person = entity({ name: 'person', plural: 'people', label: 'Person' })
export const Unit = entity({
  name: 'unit', plural: 'units', label: 'Unit', groups: { members: 'person' },
  roles: [{ name: 'head', unique: true }, { name: 'child', unique: false }],
})
export const Role = enumeration('unit_role', { head: 'Head', child: 'Child' })
export const Status = enumeration('status', { single: 'Single', joint: 'Joint' })
export const Size = enumeration('size', { small: 'Small', large: 'Large' })
export const unit_role = input({ entity: Person, label: 'Role', type: Role })
export const wages = input({ entity: Person, label: 'Wages' })
export const is_blind = input({ entity: Person, label: 'Is blind', type: 'bool' })
export const status = input({ entity: Unit, label: 'Status', type: Status })
export const size = input({ entity: Unit, label: 'Size', type: Size })
export const interest = input({ entity: Unit, label: 'Interest' })
`

/** Mistakes in a law whose last part is `text`; ¦ marks where a mistake is expected and is taken out. */
function problemsOf(text: string): { expected: string; problems: readonly LawProblem[] } {
  const marked = prelude + text
  const before = marked.slice(0, marked.indexOf('¦')).split('\n')
  const expected = `law/us/rules.ts:${before.length}:${before.at(-1)!.length + 1}`
  try {
    compileLaw(new Map([...language, ['law/us/rules.ts', marked.replace('¦', '')]]), shape)
  } catch (error) {
    if (error instanceof LawError) return { expected, problems: error.problems }
    throw error
  }
  return { expected, problems: [] }
}

const tax = (formula: string, type = '') =>
  `export const tax = variable({ entity: Unit, label: 'Tax', reference: '§1', ${type} ${formula} })`
const body = (statements: string) => tax(`formula(unit, law) {\n  ${statements}\n}`)
const answer = (expression: string) => body(`return ${expression}`)
const condition = (expression: string) =>
  tax(`formula(unit, law) {\n  return ${expression}\n}`, "type: 'bool',")
const category = (expression: string) =>
  tax(`formula(unit, law) {\n  return ${expression}\n}`, 'type: Status,')

type Case = [text: string, code: LawErrorCode, problem: string, remedy: string]

const cases: Case[] = [
  // Outside the language.
  [answer('1 +').replace('\n}', '\n¦}'), 'E_LAW_SYNTAX', 'not TypeScript', 'Correct'],
  [answer('¦[1, 2]'), 'E_LAW_SYNTAX', 'a list is outside', 'Name the values'],
  [answer('¦null'), 'E_LAW_SYNTAX', 'null is outside', 'Use 0'],
  [answer('¦unit?.interest'), 'E_LAW_SYNTAX', '?. is outside', 'a plain dot'],
  [answer('¦unit.interest ?? 0'), 'E_LAW_SYNTAX', '?? is outside', 'Nothing is ever missing'],
  [answer('¦new Date(0)'), 'E_LAW_SYNTAX', 'new is outside', 'a function'],
  [answer('¦typeof unit'), 'E_LAW_SYNTAX', 'the operator typeof', 'README'],
  [answer('¦+unit.interest'), 'E_LAW_SYNTAX', 'the operator +', 'Number(condition)'],
  [condition('¦unit.interest == 1'), 'E_LAW_SYNTAX', 'the operator ==', 'Write ==='],
  [answer('¦1 << 2'), 'E_LAW_SYNTAX', 'the operator <<', 'README'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a formula
  [answer('¦`a${unit.interest}`'), 'E_LAW_SYNTAX', 'a text put together', 'a table'],
  [answer('(¦1, 2)'), 'E_LAW_SYNTAX', 'a comma', 'separate statements'],
  [answer('¦this.interest'), 'E_LAW_SYNTAX', 'this is outside', 'first argument'],
  [answer('Math.¦round(1.5)'), 'E_LAW_SYNTAX', 'Math.round is outside', 'roundHalfUp'],
  [answer('Math.¦cbrt(1.5)'), 'E_LAW_SYNTAX', 'Math.cbrt is outside', 'sqrt'],
  [answer('Number.¦parseFloat(1)'), 'E_LAW_SYNTAX', 'Number.parseFloat is outside', 'isFinite'],
  [condition('unit.status.¦includes(1)'), 'E_LAW_SYNTAX', 'no method "includes"', '||'],
  [body('¦switch (unit.status) {}'), 'E_LAW_SYNTAX', 'switch is outside', 'if … else if'],
  [body('¦while (true) {}'), 'E_LAW_SYNTAX', 'a while loop is outside', 'for (let'],
  [body('¦for (const m of unit.members) {}'), 'E_LAW_SYNTAX', 'for … of is outside', 'members'],
  [body('¦throw 1'), 'E_LAW_SYNTAX', 'throw is outside', 'every record'],
  [body('¦var x = 1'), 'E_LAW_SYNTAX', 'var is outside', 'const or let'],
  [body('¦unit.interest\n  return 1'), 'E_LAW_SYNTAX', 'no effect', 'Assign'],
  [body('¦return'), 'E_LAW_SYNTAX', 'without a value', 'Return a value'],
  [
    tax('¦formula(unit) {\n if (unit.interest > 0) return 1\n}'),
    'E_LAW_SYNTAX',
    'ends without a return',
    'every path',
  ],
  [tax('¦async formula(unit) {\n return 1\n}'), 'E_LAW_SYNTAX', 'only plain functions', 'async'],
  [
    body('for (let i = 1; ¦i < unit.interest; i++) {}'),
    'E_LAW_SYNTAX',
    'bound of a loop',
    'numbered parameter',
  ],
  [body('¦for (;;) {}'), 'E_LAW_SYNTAX', 'without a bound', 'for (let'],
  [body('for (let i = 1; i < 3; i++) { ¦break }'), 'E_LAW_SYNTAX', 'break is outside', 'under an if'],
  [body('let x = 1\n  ¦x **= 2\n  return x'), 'E_LAW_SYNTAX', 'assignment **=', 'Use ='],
  [body('const x = 1\n  ¦x = 2\n  return x'), 'E_LAW_SYNTAX', '"x" is a constant', 'let'],
  [
    body('let x = 1\n  const y = unit.interest > 0 ? (¦x = 2) : 3\n  return x + y'),
    'E_LAW_SYNTAX',
    'inside an expression',
    'its own',
  ],
  [body('let x = 1\n  return ¦x++'), 'E_LAW_SYNTAX', 'inside an expression', 'its own'],
  [body('¦for (let i = 1; i < 3; unit) {}'), 'E_LAW_SYNTAX', 'without a bound', 'for (let'],
  [body('¦unit.interest = 2\n  return 1'), 'E_LAW_SYNTAX', 'only a name', 'do not change'],
  [
    body('let x = 1\n  const f = () => {\n    ¦x += 1\n    return x\n  }\n  return f()'),
    'E_LAW_SYNTAX',
    'the function around',
    'answer a value',
  ],
  [body('const { ¦...rest } = law.gov\n  return 1'), 'E_LAW_SYNTAX', 'a rest is outside', 'Name'],
  [answer('unit.head.¦unit.interest'), 'E_LAW_SYNTAX', 'through the head', 'from the unit itself'],
  // Names.
  [answer('unit.¦intrest'), 'E_LAW_NAME', 'a unit has no "intrest"', 'interest'],
  [answer('unit.¦wages'), 'E_LAW_NAME', '"wages" belongs to a person', 'sum it over members'],
  [answer('unit.head.¦wagse'), 'E_LAW_NAME', 'a person has no "wagse"', 'wages'],
  [answer('law.gov.¦rat'), 'E_LAW_NAME', 'no parameter "gov.rat"', 'rate'],
  [answer('law.gov.rates[¦3]!'), 'E_LAW_NAME', 'gov.rates has no number 3', '1 to 2'],
  [answer("law.gov.by_status[¦'singel']"), 'E_LAW_NAME', 'no parameter "gov.by_status.singel"', 'single'],
  [answer('¦intrest + 1'), 'E_LAW_NAME', 'no "intrest" here', 'interest'],
  [answer('¦helper(unit)'), 'E_LAW_NAME', 'no "helper" here', 'import it'],
  [answer('unit.members.¦add(m => m.wages)'), 'E_LAW_NAME', 'members have no "add"', 'all'],
  [answer('({ low: 1 }).¦lo'), 'E_LAW_NAME', 'no field "lo"', 'low'],
  [body('¦x = 1\n  return 1'), 'E_LAW_NAME', '"x" is assigned but not declared', 'let x'],
  [body('return ¦absent'), 'E_LAW_NAME', 'no "absent" here', 'Declare'],
  [body('{\n const inside = 1\n }\n  return ¦inside'), 'E_LAW_NAME', 'no "inside" here', 'const'],
  // Types.
  [
    answer('unit.interest + ¦law.gov.is_on'),
    'E_LAW_TYPE',
    'a number is needed, but this is a condition',
    'Number(',
  ],
  [
    answer('¦unit.status * 2'),
    'E_LAW_TYPE',
    'a number is needed, but this is a value of status',
    "=== 'joint'",
  ],
  [answer('¦unit.interest ? 1 : 2'), 'E_LAW_TYPE', 'a condition is needed, but this is a number', 'x > 0'],
  [condition('!¦unit.interest'), 'E_LAW_TYPE', 'a condition is needed', 'x > 0'],
  [condition('law.gov.is_on && ¦unit.interest'), 'E_LAW_TYPE', 'a condition is needed', 'x > 0'],
  [body('if (¦unit.interest) return 1\n  return 2'), 'E_LAW_TYPE', 'a condition is needed', 'x > 0'],
  [tax('formula: unit => ¦unit.status'), 'E_LAW_TYPE', 'a number is needed', '==='],
  [tax('formula: unit => ¦unit.interest', "type: 'bool',"), 'E_LAW_TYPE', 'a condition is needed', 'x > 0'],
  [category("¦'jont'"), 'E_LAW_TYPE', '"jont" is not a value of status', 'joint'],
  [category('¦unit.size'), 'E_LAW_TYPE', 'but this is a value of size', 'status'],
  [condition("unit.status === ¦'jont'"), 'E_LAW_TYPE', '"jont" is not a value of status', 'joint'],
  [condition('unit.status === ¦unit.size'), 'E_LAW_TYPE', 'a value of size', 'status'],
  [
    condition('¦unit.interest === law.gov.is_on'),
    'E_LAW_TYPE',
    'a number is compared with a condition',
    'same type',
  ],
  [
    answer('¦law.gov.is_on ? 1 : true'),
    'E_LAW_TYPE',
    'the two sides differ: a number and a condition',
    'same type',
  ],
  [answer("¦law.gov.is_on ? 1 : 'one'"), 'E_LAW_TYPE', 'the two sides differ', 'same type'],
  [answer('¦law.gov'), 'E_LAW_TYPE', 'the group of parameters gov', 'Read one of its parts'],
  [answer('1 + ¦law.gov.pair'), 'E_LAW_TYPE', 'the group of parameters gov.pair', 'first, second'],
  [answer('1 + ¦unit'), 'E_LAW_TYPE', 'this is a unit', 'one of its variables'],
  [answer('1 + ¦unit.members'), 'E_LAW_TYPE', 'the members of a unit', '.sum('],
  [answer('unit.members.¦wages'), 'E_LAW_TYPE', 'has no "wages"', '.sum('],
  [answer('law.gov.by_status[¦unit.size]'), 'E_LAW_TYPE', 'a value of status is needed', 'status'],
  [answer('law.gov.rates[¦unit.status]!'), 'E_LAW_TYPE', 'is indexed by a number', 'Index it'],
  [answer('law.gov.pair[¦unit.interest]'), 'E_LAW_TYPE', 'indexed by a category', 'Index it'],
  [answer('unit.interest[¦1]'), 'E_LAW_TYPE', 'cannot be indexed', 'a table'],
  [answer('unit.members.sum(m => ¦m.is_blind)'), 'E_LAW_TYPE', 'a number is needed', 'Number('],
  [answer('unit.members.count(m => ¦m.wages)'), 'E_LAW_TYPE', 'a condition is needed', 'x > 0'],
  [answer('unit.members.sum(¦1)'), 'E_LAW_TYPE', 'takes a function', '.sum('],
  [answer('¦unit.members.sum()'), 'E_LAW_TYPE', 'sum takes one function', '.sum('],
  [answer('¦Math.max(1)'), 'E_LAW_TYPE', 'two or more', 'two'],
  [answer('¦Math.abs(1, 2)'), 'E_LAW_TYPE', 'one argument is expected, not 2', 'as many'],
  [answer('¦unit.interest()'), 'E_LAW_TYPE', 'is not a function', 'Call a function'],
  [answer('¦roundHalfUp()'), 'E_LAW_TYPE', 'argument 1 is missing', 'every argument'],
  [
    body('let x\n  if (unit.interest > 0) x = 1\n  return 1 + ¦x'),
    'E_LAW_TYPE',
    'without a value on some path',
    'every path',
  ],
  [
    answer('unit.members.sum(m => unit.members.sum(n => ¦n.wages * m.wages))'),
    'E_LAW_TYPE',
    'two different records',
    'Sum or count',
  ],
  // Cycles.
  [answer('unit.¦tax + 1'), 'E_LAW_CYCLE', '"tax" depends on itself: tax → tax', 'Break'],
  [body('const f = () => ¦f()\n  return f()'), 'E_LAW_CYCLE', 'a function calls itself', 'loop'],
  [
    `${answer('FIRST')}\nconst FIRST = ¦SECOND\nconst SECOND = FIRST`,
    'E_LAW_CYCLE',
    '"FIRST" depends on itself',
    'Break',
  ],
  // Limits.
  [
    body('let x = 0\n  ¦for (let i = 0; i < 1000; i++) x += i\n  return x'),
    'E_LAW_LIMIT',
    '200 turns',
    'Lower',
  ],
  // Definitions.
  [
    "const x = ¦input({ entity: Unit, label: 'X' })",
    'E_LAW_SYNTAX',
    'input x is not exported',
    'export const',
  ],
  ['export const x = ¦variable(1)', 'E_LAW_SYNTAX', 'not an object literal', 'variable({'],
  [
    "export const x = ¦variable({ label: 'X', reference: '§', formula: () => 1 })",
    'E_LAW_SYNTAX',
    'x has no entity',
    'entities.ts',
  ],
  [
    "export const x = variable({ entity: ¦Unti, label: 'X', reference: '§', formula: () => 1 })",
    'E_LAW_SYNTAX',
    'x has no entity',
    'entities.ts',
  ],
  [
    "export const x = ¦variable({ entity: Unit, label: 'X', formula: () => 1 })",
    'E_LAW_SYNTAX',
    'x has no reference',
    'Cite',
  ],
  [
    "export const x = ¦variable({ entity: Unit, reference: '§', formula: () => 1 })",
    'E_LAW_SYNTAX',
    'x has no label',
    'name',
  ],
  [
    "export const x = ¦variable({ entity: Unit, label: 'X', reference: '§' })",
    'E_LAW_SYNTAX',
    'x has no formula',
    'formula(',
  ],
  [
    'export const x = input({ entity: Unit, label: ¦1 + 1 })',
    'E_LAW_SYNTAX',
    'label of x is not a literal text',
    'Write',
  ],
  [
    "export const x = input({ entity: Unit, label: 'X', type: ¦'float' })",
    'E_LAW_SYNTAX',
    'the type of x is unknown',
    'number',
  ],
  [
    "export const Family = ¦entity({ name: 'family', plural: 'families', label: 'F', groups: { members: 'person' }, roles: [{ name: 'head', unique: true }] })",
    'E_LAW_SYNTAX',
    'the roles of family are not stated',
    'family_role',
  ],
]

for (const [text, code, problem, remedy] of cases)
  test(`${code}, ${problem}: ${text.replace(/^.*?formula/, '').replaceAll(/\s+/g, ' ')}`, () => {
    const { expected, problems } = problemsOf(text)
    const [first] = problems
    const found = first && { at: `${first.file}:${first.line}:${first.column}`, code: first.code }
    expect(found).toEqual({ at: expected, code })
    expect(first!.problem).toContain(problem)
    expect(first!.remedy).toContain(remedy)
  })

test('a variable defined twice is refused where it is defined again', () => {
  const again = "export const interest = input({ entity: Unit, label: 'Interest' })"
  const sources = new Map([
    ...language,
    ['law/us/rules.ts', prelude],
    [
      'law/us/more.ts',
      `import { input } from '../language/index.ts'\nimport { Unit } from './rules.ts'\n${again}`,
    ],
  ])
  expect(() => compileLaw(sources, shape)).toThrow(
    /more.ts:3:25: interest is already defined in law\/us\/rules.ts, line 16/,
  )
})

test('all mistakes of a law are reported together, each once and in the order of the text', () => {
  const { problems } = problemsOf(
    body(
      'const a = unit.intrest\n  const b = law.gov.rat + a\n  let c = 1\n  c = unit.members\n  return a + b + unit.head.wagse',
    ) +
      "\nexport const other = variable({ entity: Unit, label: 'O', reference: '§', formula: unit => unit.tax + unit.sise })",
  )
  expect(problems.map(p => p.problem)).toEqual([
    'a unit has no "intrest"',
    'there is no parameter "gov.rat"',
    'a person has no "wagse"',
    'a unit has no "sise"',
  ])
})

test('a law too large for the machine is refused, whatever makes it so', () => {
  const doubling = Array.from(
    { length: 30 },
    (_, i) => `const f${i} = (x) => f${i + 1}(x) + f${i + 1}(x + 1)`,
  ).join('\n')
  const many = problemsOf(`${doubling}\nconst f30 = (x) => x\n${answer('f0(unit.interest)')}`)
  expect(many.problems[0]).toMatchObject({ code: 'E_LAW_LIMIT', problem: 'the law is too large' })

  const deep = problemsOf(answer(`${'('.repeat(20_000)}1${')'.repeat(20_000)}`))
  expect(deep.problems[0]!.code).toBe('E_LAW_LIMIT')

  const chained = problemsOf(answer(Array(20_000).fill('1').join(' + unit.interest + ')))
  expect(chained.problems[0]!.code).toBe('E_LAW_LIMIT')

  const long = problemsOf(`// ${'x'.repeat(lawLimits.moduleLength)}`)
  expect(long.problems[0]!.code).toBe('E_LAW_LIMIT')
})
