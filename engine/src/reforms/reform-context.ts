/** What reading a reform needs to know of a law: its parameters, and the names other models have for them. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ParameterTree } from '../parameters/parameter-tree.ts'
import type { PolicyEngineNames } from './read-policyengine.ts'
import { type ReformTarget, reformTarget } from './reform-target.ts'
import type { TaxCalculatorNames } from './tax-calculator-names.ts'

/** The names of other models are asked for only when they are needed. */
export interface ReformContext extends ReformTarget {
  policyEngineNames(): Promise<PolicyEngineNames>
  taxCalculatorNames(): Promise<TaxCalculatorNames>
}

/** The context of a law of the United States whose parameters are `tree`. */
export function reformContext(tree: ParameterTree): ReformContext {
  let policyEngine: Promise<PolicyEngineNames> | undefined
  let taxCalculator: Promise<TaxCalculatorNames> | undefined
  return {
    ...reformTarget(tree),
    policyEngineNames: () => (policyEngine ??= readMapping('policyengine')),
    taxCalculatorNames: () => (taxCalculator ??= readTaxCalculatorNames()),
  }
}

export async function readTaxCalculatorNames(): Promise<TaxCalculatorNames> {
  return readMapping('tax-calculator')
}

async function readMapping<T>(name: string): Promise<T> {
  const { parse } = await import('yaml')
  const file = fileURLToPath(import.meta.resolve(`@reformlab/law/us/${name}.yaml`))
  return parse(readFileSync(file, 'utf8')) as T
}
