import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { impactOfColumns } from './impact-of-columns.ts'
import { conventionNamed, parseOutcomeTable, readOutcomeTable } from './outcome-table.ts'
import { randomPopulation, seededRandom } from './testing/random-population.ts'

const file = new URL('./testing/test-table.yaml', import.meta.url)
const text = readFileSync(file, 'utf8')

test('a programme takes the table’s entity, and a part the government of its whole', () => {
  const table = parseOutcomeTable(
    `${text}  - { variable: surtax, label: Surtax, kind: tax, part_of: tax, entity: person }\n`,
    'table',
  )
  expect(table.programmes[0]).toMatchObject({ variable: 'tax', entity: 'tax_unit', partOf: null })
  expect(table.programmes[2]).toMatchObject({ entity: 'person', government: 'federal', partOf: 'tax' })
})

test('a table may report no poverty', () => {
  const table = parseOutcomeTable(text.replace(/^poverty:[\s\S]*?(?=^programmes)/m, ''), 'table')
  expect(table.poverty).toBe(null)
  const random = randomPopulation(20, 'plain', seededRandom(1))
  const column = (name: string) => random.before[name]!
  const impact = impactOfColumns(random.population, table, column, column)
  expect(impact.poverty).toEqual([])
  expect(impact.definitions.poverty.text).toMatch(/names no poverty line/)
})

test('a convention that is not in the table is refused with those that are', () => {
  expect(() => conventionNamed(readOutcomeTable(file), 'decile')).toThrow(/no convention "decile"/)
})

const broken: [what: string, change: (text: string) => string, problem: RegExp][] = [
  ['is not YAML', () => 'a: [', /malformed/],
  ['is a list', () => '- 1', /the file is not a map/],
  ['has no programmes', t => t.replace('programmes:', 'programs:'), /programmes is not a list/],
  ['has no default convention', t => t.replace('  default:', '  usual:'), /no convention called default/],
  ['names a programme twice', t => t.replace('variable: benefit', 'variable: tax'), /tax stands twice/],
  ['knows no such kind', t => t.replace('kind: benefit', 'kind: gift'), /kind is one of tax, benefit/],
  ['lacks a label', t => t.replace('label: Tax,', ''), /label is missing/],
  ['has cuts that descend', t => t.replace('[0.25, 0.5', '[0.5, 0.25'), /cuts must be shares that ascend/],
  ['has a cut of everything', t => t.replace('0.99]', '1]'), /cuts must be shares/],
  [
    'knows no such straddlers',
    t => t.replace('group_straddlers: upper', 'group_straddlers: split'),
    /group_straddlers is one of lower, upper/,
  ],
  ['sets apart what has no sign', t => t.replace('[negative, zero]', '[poor]'), /apart is a list/],
  ['has people in no list', t => t.replace('groups:\n', 'groups: all\n  groups_2:\n'), /not in a list/],
  ['names a poverty line twice', t => t.replace('name: half', 'name: law'), /law stands twice/],
  [
    'has a line with a threshold and a share',
    t => t.replace('share_of_median: 0.5', 'share_of_median: 0.5\n      threshold: threshold'),
    /either a threshold or a share_of_median/,
  ],
  [
    'has a line above the median',
    t => t.replace('median: 0.6', 'median: 60'),
    /a share between 0 and 1, not 60/,
  ],
  [
    'has a relative line without a scale',
    t => t.replace('equivalence_scale: adult', 'scale: adult'),
    /is missing/,
  ],
  [
    'has a part of nothing',
    t => t.replace('government: state', 'part_of: taxes'),
    /benefit is part of taxes, which does not stand above it/,
  ],
]

for (const [what, change, problem] of broken)
  test(`a table that ${what} is refused`, () => {
    expect(() => parseOutcomeTable(change(text), 'law/outcomes.yaml')).toThrow(problem)
  })
