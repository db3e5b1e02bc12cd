import { entity, enumeration, input, variable } from '@reformlab/law/language'
import { expect, test } from 'vitest'
import { lawObject } from './law-object.ts'
import { lawOf } from './load-law.ts'
import { runDirectly } from './run-directly.ts'

// biome-ignore lint/suspicious/noExplicitAny: a law small enough to need no generated types
type Untyped = any

const Person = entity<Untyped, Untyped>({ name: 'person', plural: 'people', label: 'Person' })
const TaxUnit = entity<Untyped, Untyped>({
  name: 'tax_unit',
  plural: 'tax_units',
  label: 'Tax unit',
  groups: { members: 'person' },
  roles: [
    { name: 'head', unique: true },
    { name: 'spouse', unique: true },
    { name: 'dependent', unique: false },
  ],
})
const Household = entity<Untyped, Untyped>({
  name: 'household',
  plural: 'households',
  label: 'Household',
  groups: { members: 'person', tax_units: 'tax_unit' },
})
const Status = enumeration('status', { single: 'Single', joint: 'Joint' })
const Role = enumeration('tax_unit_role', { head: 'Head', spouse: 'Spouse', dependent: 'Dependent' })
const about = { label: 'x', reference: 'none' }

const law = lawOf({
  ...{ Person, TaxUnit, Household, Status, Role },
  tax_unit_role: input({ entity: Person, label: 'Role', type: Role }),
  wages: input({ entity: Person, label: 'Wages' }),
  is_blind: input({ entity: Person, label: 'Is blind', type: 'bool' }),
  status: input({ entity: TaxUnit, label: 'Status', type: Status }),
  income: variable({ ...about, entity: TaxUnit, formula: u => u.members.sum((m: Untyped) => m.wages) }),
  wage_tax: variable({ ...about, entity: Person, formula: (p, l) => p.wages * l.tax.rates[1] }),
  tax: variable({
    ...about,
    entity: TaxUnit,
    formula: (u, l) => u.head.wage_tax + u.spouse.wage_tax + l.tax.flat[u.status],
  }),
  household_tax: variable({
    ...about,
    entity: Household,
    formula: h => h.tax_units.sum((u: Untyped) => u.tax),
  }),
  share: variable({ ...about, entity: Person, formula: p => p.wages / p.tax_unit.household.household_tax }),
  spouse_is_blind: variable({ ...about, entity: TaxUnit, type: 'bool', formula: u => u.spouse.is_blind }),
  chicken: variable({ ...about, entity: Person, formula: p => p.egg }),
  egg: variable({ ...about, entity: Person, formula: p => p.chicken }),
  misspelt: variable({ ...about, entity: Person, formula: p => p.wagse }),
})
const parameters = lawObject(
  new Map([
    ['tax.rates.1', 0.1],
    ['tax.rates.2', 0.2],
    ['tax.flat.single', 100],
    ['tax.flat.joint', 200],
  ]),
)
const situation = {
  people: { Ann: { wages: 1000 }, Bob: { wages: 500, is_blind: true }, Tom: {}, Eve: { wages: 300 } },
  tax_units: {
    couple: { head: 'Ann', spouse: 'Bob', dependents: ['Tom'], status: 'joint' },
    eve: { head: 'Eve' },
  },
}
const run = (described: object = situation): Untyped => runDirectly(law, parameters, described as never)

test('variables are computed through members, roles, groups and tables', () => {
  const { people, tax_units, households } = run()
  expect(tax_units.couple.tax).toBe(100 + 50 + 200)
  expect(tax_units.couple.spouse_is_blind).toBe(true)
  expect(households.household.household_tax).toBe(350 + 130)
  expect(people.Ann.share).toBe(1000 / 480)
})

test('where there is no spouse, its values are nothing', () => {
  const { eve } = run().tax_units
  expect(eve.tax).toBe(130)
  expect(eve.spouse_is_blind).toBe(false)
  expect(eve.status).toBe('single')
})

test('a number that indexes a numbered family is held inside it', () => {
  const { rates } = (parameters as Untyped).tax
  expect([rates[0], rates[1.9], rates[2], rates[9], rates[Number.NaN], rates.length]).toEqual([
    0.1, 0.1, 0.2, 0.2, 0.1, 2,
  ])
})

test('a cycle and a misspelt name are named', () => {
  expect(() => run().people.Ann.egg).toThrow('egg → chicken → egg')
  expect(() => run().people.Ann.misspelt).toThrow('a formula reads "wagse", which a person does not have')
})

test('a group that lists members has the first as head and the others as dependents', () => {
  const { tax_units } = run({ people: { Ann: { wages: 10 }, Tom: { wages: 5 } } })
  expect(tax_units.tax_unit.head.wages).toBe(10)
  expect(tax_units.tax_unit.spouse.wages).toBe(0)
})

test.each([
  [{ people: {} }, 'people', 'nobody'],
  [{ peopel: { Ann: {} } }, 'peopel', 'no entity'],
  [{ people: { Ann: 3 } }, 'Ann', 'an object'],
  [{ people: { Ann: { wagse: 3 } } }, 'people.Ann.wagse', 'no variable'],
  [{ people: { Ann: { wages: Number.NaN } } }, 'people.Ann.wages', 'NaN is not a finite number'],
  [{ people: { Ann: { wages: '3' } } }, 'people.Ann.wages', '"3" is not a finite number'],
  [{ people: { Ann: { is_blind: 1 } } }, 'people.Ann.is_blind', '1 is not a condition'],
  [{ people: { Ann: { status: 'single' } } }, 'people.Ann.status', 'belongs to a tax_unit'],
  [{ people: { Ann: { wage_tax: 1 } } }, 'people.Ann.wage_tax', 'is computed'],
  [
    { people: { Ann: {} }, tax_units: { a: { head: 'Ann', status: 'jont' } } },
    'tax_units.a.status',
    '"jont"',
  ],
  [{ people: { Ann: {} }, tax_units: { a: { head: 'Anne' } } }, 'tax_units.a', 'no person "Anne"'],
  [{ people: { Ann: {} }, tax_units: { a: { head: ['Ann'] } } }, 'tax_units.a.head', 'one person'],
  [{ people: { Ann: {}, Bob: {} }, tax_units: { a: { head: 'Ann' } } }, 'people.Bob', 'in no tax_unit'],
  [{ people: { Ann: {} }, tax_units: { a: { spouse: 'Ann' } } }, 'tax_units.a', 'has no head'],
  [
    { people: { Ann: {} }, tax_units: { a: { head: 'Ann' }, b: { head: 'Ann' } } },
    'tax_units.b',
    'already in "a"',
  ],
  [
    {
      people: { Ann: {}, Bob: {} },
      households: { a: { members: ['Ann'] }, b: { members: ['Bob'] } },
    },
    'tax_units.tax_unit',
    'several households',
  ],
])('the situation %j is refused at %s: %s', (described, place, problem) => {
  expect(() => run(described)).toThrow(
    expect.objectContaining({
      code: 'E_SITUATION',
      details: expect.objectContaining({ place, problem: expect.stringContaining(problem) }),
    }),
  )
})
