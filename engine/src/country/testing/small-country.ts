/** A country of four formulas with a stand-in for its Python: the law as it stands, and one that taxes without allowance. */
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseProgramText } from '../../program/index.ts'
import { encodeProgram } from '../../program/program-codec.ts'
import { encodeMessage } from '../../run/message-stream.ts'
import type { CountryParameter, CountryVariable, DatedValues, LawFile } from '../law-file.ts'

const parameter = (path: string, type: string, values: DatedValues): CountryParameter => ({
  ...{ path, type, values, label: path, description: '', unit: '', reference: '' },
})

const variable = (name: string, entity: string, type = 'number'): CountryVariable => ({
  ...{ name, entity, type, label: name, unit: 'currency-EUR', reference: '' },
  ...{ definitionPeriod: 'year', isInput: name === 'wage', text: '' },
  reads: name === 'tax' ? ['wage'] : [],
})

export const smallLaw: LawFile = {
  format: 'reformlab-country-law/1',
  package: { name: 'smallland', version: '1', dialect: 'policyengine', core: 'policyengine-core 3' },
  entities: [
    { name: 'person', plural: 'people', label: '', isPerson: true, roles: [] },
    { name: 'household', plural: 'households', label: '', isPerson: false, roles: [] },
  ],
  enums: [{ name: 'Region', values: ['NORTH', 'SOUTH'], labels: ['North', 'South'] }],
  variables: [
    ...['wage', 'tax', 'wealth'].map(name => variable(name, 'person')),
    variable('household_tax', 'household'),
    variable('region', 'household', 'Region'),
  ],
  groups: [{ path: 'tax', label: 'Taxes', description: '' }],
  parameters: [
    parameter('tax.rate', 'number', [
      ['2020-01-01', 0.1],
      ['2025-01-01', 0.2],
    ]),
    parameter('tax.scale[0].threshold', 'number', [['2020-01-01', 1000]]),
    parameter('tax.top', 'number', [['2020-01-01', Infinity]]),
    parameter('tax.flat', 'bool', [['2020-01-01', false]]),
    parameter('tax.kind', 'text', [['2020-01-01', 'own']]),
    parameter('tax.old', 'number', [
      ['2020-01-01', 1],
      ['2024-01-01', null],
    ]),
    parameter('wealth.rate[1].rate', 'number', [['2020-01-01', 0.01]]),
    parameter('gov.reform.in_effect', 'bool', [['2020-01-01', false]]),
    parameter('gov.unread', 'number', [['2020-01-01', 1]]),
  ],
  structural: ['gov.reform.in_effect'],
}

/** As Python writes it. */
function lawMessage(): Uint8Array[] {
  const { parameters, ...file } = smallLaw
  const texts = [...new Set(parameters.flatMap(({ values, ...words }) => Object.values(words)))]
  const instants = [...new Set(parameters.flatMap(({ values }) => values.map(([day]) => day)))].sort()
  const dated = parameters.flatMap(({ values }) => values)
  const words = ['label', 'description', 'unit', 'reference', 'type'] as const
  const starts = parameters.map((_, i) => parameters.slice(0, i).flatMap(({ values }) => values).length)
  const blobs = [
    ...words.map(word => Uint32Array.from(parameters, one => texts.indexOf(one[word]))),
    Uint32Array.of(...starts, dated.length),
    Uint32Array.from(dated, ([day]) => instants.indexOf(day)),
    Float64Array.from(dated, ([, value]) => Number(value ?? NaN)),
  ].map(({ buffer }) => new Uint8Array(buffer))
  const columns = {
    paths: parameters.map(({ path }) => path),
    ...Object.fromEntries([...words, 'starts', 'days', 'numbers'].map((name, place) => [name, place])),
  }
  const others = dated.flatMap(([, value], i) => (typeof value === 'string' ? [[i, value] as const] : []))
  return encodeMessage(
    { ...file, texts, instants, parameters: columns, others: Object.fromEntries(others) },
    blobs,
  )
}

const program = (tax: string) =>
  `entity person
entity household
relation person.household person household
domain Region NORTH SOUTH
%0 = input wage@2026 : number person
%1 = parameter tax.rate@2025-01-01 : number
%2 = parameter tax.scale[0].threshold@2020-01-01 : number
%3 = constant 0 : number
%4 = subtract %0 %2 : number person
%5 = maximum %4 %3 : number person
%6 = multiply ${tax} %1 : number person
%7 = sum_members person.household %6 : number household
%8 = input wealth@2026 : number person
%9 = input region@2026 : category Region household
variable wage@2026 %0 person "" "" ""
variable tax@2026 %6 person "" "" ""
variable household_tax@2026 %7 household "" "" ""
variable wealth@2026 %8 person "" "" ""
variable region@2026 %9 household "" "" ""
`.replaceAll(/\S*[@[]\S*/g, word => (/^[@%]/.test(word) ? word : `"${word}"`))

const guards = `entity person
%0 = parameter "tax.flat@2020-01-01" : bool
%1 = parameter "tax.rate@2025-01-01" : number
%2 = constant 0 : number
%3 = less %1 %2 : bool
variable "0" %0 person "" "" ""
variable "1" %3 person "" "" ""
`

const months = ['2026-01-01', '2026-12-01']
const output = (name: string) => {
  const { entity, type } = smallLaw.variables.find(one => one.name === name)!
  return [`${name}@2026`, { variable: name, period: '2026', entity, type }] as const
}

/** `persons` in households of two; members of one do not lie side by side. */
export function preparedCountry(persons: number, changes: object | null): Uint8Array[] {
  const isFlat = changes !== null
  const households = Math.ceil(persons / 2)
  const rows = (count: number, value: (row: number) => number) =>
    Uint8Array.from(new Uint8Array(Float64Array.from({ length: count }, (_, row) => value(row)).buffer))
  const members = Int32Array.from({ length: persons }, (_, row) => row % households)
  const flat = isFlat ? 1 : 0
  const blobs = [
    encodeProgram(parseProgramText(program(isFlat ? '%0' : '%5'))),
    rows(persons, row => 900 + 100 * row),
    rows(persons, row => row),
    rows(households, row => row % 2),
    new Uint8Array(members.buffer),
    rows(2, row => [0.2, 1000][row]!),
    encodeProgram(parseProgramText(guards)),
    rows(2, row => [flat, 0][row]!),
    rows(households, row => 7000 + row),
  ]
  const rate = { name: 'tax.rate@2025-01-01', path: 'tax.rate', instants: months, type: 'number' }
  const threshold = 'tax.scale[0].threshold'
  const head = {
    format: 'reformlab-prepared/1',
    package: { name: 'smallland', version: '1' },
    year: 2026,
    program: 0,
    entities: {
      person: {
        count: persons,
        ids: Array.from({ length: persons }, (_, row) => `p${row}`),
        columns: { 'wage@2026': 1, 'wealth@2026': 2 },
      },
      household: { count: households, ids: 8, columns: { 'region@2026': 3 } },
    },
    relations: { 'person.household': 4 },
    outputs: Object.fromEntries(['wage', 'tax', 'household_tax', 'wealth', 'region'].map(output)),
    parameters: [
      rate,
      { name: `${threshold}@2020-01-01`, path: threshold, instants: months.slice(0, 1), type: 'number' },
    ],
    values: 5,
    guards: {
      ...{ program: 6, expected: 7 },
      parameters: [
        { name: 'tax.flat@2020-01-01', path: 'tax.flat', instants: ['2026-01-01'], type: 'bool' },
        rate,
      ],
    },
    statics: [{ path: 'tax.kind', instant: '2026-01-01', value: 'own' }],
    untraced: { wealth: { cause: 'a table of pandas', reads: ['wealth.rate'] } },
    assumptions: [],
    reform: changes,
  }
  return encodeMessage(head, blobs)
}

/** What Python would leave behind, and a stand-in for it: the path for `REFORMLAB_PYTHON`, and what it was asked. */
export function writeSmallCountry(folder: string, persons: number) {
  const [law, heard, python] = ['small.law', 'heard.txt', 'python'].map(name => join(folder, name))
  writeFileSync(law!, Buffer.concat(lawMessage()))
  for (const [name, changes] of [
    ['base', null],
    ['flat', { 'tax.flat': { '2026-01-01': true } }],
  ] as const) {
    const prepared = join(folder, `${name}.prepared`)
    writeFileSync(prepared, Buffer.concat(preparedCountry(persons, changes)))
    const answer = { law, prepared, cached: true, seconds: 0.1 }
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(answer))
  }
  writeFileSync(python!, standIn(folder, heard!))
  chmodSync(python!, 0o755)
  const words = () => (existsSync(heard!) ? readFileSync(heard!, 'utf8').trim().split('\n') : [])
  return { python: python!, words }
}

const standIn = (folder: string, heard: string) => `#!/bin/sh
echo "Tracing …" >&2
echo "$*" | sed 's/ --reform .*//' >> '${heard}'
answer=base
while [ $# -gt 0 ]; do
  case "$1" in
    --reform) cat "$2" >> '${heard}'; echo >> '${heard}'; answer=flat ;;
    nowhere) echo '{"error": {"code": "E_COUNTRY_MISSING", "message": "It is not {here}.", "remedy": "Look."}}'; exit 1 ;;
    exhausted) echo 'MemoryError' >&2; exit 9 ;;
    endless) exec sleep 60 ;;
  esac
  shift
done
cat '${folder}'/$answer.json
`
