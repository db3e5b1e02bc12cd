import parameterSchema from '@reformlab/schema/parameter.schema.json' with { type: 'json' }
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { parse } from 'yaml'
import { malformed } from './malformed-file.ts'
import { expectedValue, type ParameterFile, type StatedValue } from './parameter-file.ts'

/**
 * Reads one parameter file.
 *
 * path     dotted, e.g. `gov.irs.credits.ctc.phase_out.rate`
 * throws   E_PARAMETER_FILE when the text is no YAML, does not follow `schema/parameter.schema.json`, or a year's value
 *          has another shape or type than the file announces
 */
export function readParameterFile(path: string, text: string): ParameterFile {
  const file: unknown = parseYaml(path, text)
  const valid = validator()
  if (!valid(file)) throw malformed(path, describe(valid.errors![0]!))
  const categories = file.breakdown ? categoriesOf(file) : undefined
  for (const [year, value] of Object.entries(file.values))
    checkShape(path, year, value, expectedKeys(file, categories), file)
  return file
}

function parseYaml(path: string, text: string): unknown {
  try {
    return parse(text)
  } catch (error) {
    throw malformed(path, (error as Error).message.split('\n')[0]!.replace(/:$/, ''))
  }
}

let compiled: ValidateFunction<ParameterFile> | undefined

function validator(): ValidateFunction<ParameterFile> {
  compiled ??= new Ajv({ allowUnionTypes: true }).compile<ParameterFile>(parameterSchema)
  return compiled
}

function describe({ instancePath, message, params }: ErrorObject): string {
  const what = 'additionalProperty' in params ? ` ("${params.additionalProperty}")` : ''
  return `${instancePath.slice(1).replaceAll('/', '.') || 'the file'} ${message}${what}`
}

/** The keys a year's value must have, level by level. */
function expectedKeys(file: ParameterFile, categories: readonly string[] | undefined): (readonly string[])[] {
  const numbers = file.brackets ? [Array.from({ length: file.brackets }, (_, i) => String(i + 1))] : []
  return categories ? [...numbers, categories] : numbers
}

function categoriesOf(file: ParameterFile): readonly string[] {
  const first = Object.values(file.values)[0]!
  const table = file.brackets && typeof first === 'object' ? first['1'] : first
  return typeof table === 'object' ? Object.keys(table) : []
}

function checkShape(
  at: string,
  year: string,
  value: StatedValue,
  levels: readonly (readonly string[])[],
  file: ParameterFile,
): void {
  const [keys, ...below] = levels
  if (!keys) {
    checkType(at, year, value, file)
    return
  }
  const given = typeof value === 'object' ? Object.keys(value) : []
  if (typeof value !== 'object' || given.length !== keys.length || keys.some((key, i) => key !== given[i]))
    throw malformed(at, `the value of ${year} must have the keys ${keys.join(', ') || 'of its breakdown'}`)
  for (const key of keys) checkShape(`${at}.${key}`, year, value[key]!, below, file)
}

function checkType(at: string, year: string, value: StatedValue, { unit }: ParameterFile): void {
  const fits =
    unit === 'bool'
      ? typeof value === 'boolean'
      : typeof value === 'number'
        ? unit === 'currency-USD' || unit === '/1' || Number.isInteger(value)
        : value === 'unlimited'
  if (!fits) throw malformed(at, `the value of ${year} is not ${expectedValue(unit)}`)
}
