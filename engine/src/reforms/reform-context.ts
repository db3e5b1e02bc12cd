/** What reading a reform needs to know of a law: its parameters, and the names other models have for them. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ParameterTree } from '../parameters/parameter-tree.ts'
import type { DocumentSource, MapNode } from './document/document.ts'
import { type PolicyEngineNames, readPolicyEngine } from './read-policyengine.ts'
import type { Reform } from './reform.ts'
import { type ReformTarget, reformTarget } from './reform-target.ts'
import type { TaxCalculatorNames } from './tax-calculator-names.ts'

/** The names of other models are asked for only when they are needed. */
export interface ReformContext extends ReformTarget {
  /** A reform of PolicyEngine. */
  policyEngine(document: MapNode, source: DocumentSource): Promise<Reform>
  taxCalculatorNames(): Promise<TaxCalculatorNames>
}

/** The context of a law of the United States whose parameters are `tree`. */
export function reformContext(tree: ParameterTree): ReformContext {
  let policyEngine: Promise<PolicyEngineNames> | undefined
  const target = reformTarget(tree)
  let taxCalculator: Promise<TaxCalculatorNames> | undefined
  return {
    ...target,
    async policyEngine(document, source) {
      policyEngine ??= readPolicyEngineNames()
      return readPolicyEngine(document, source, target, await policyEngine)
    },
    taxCalculatorNames: () => (taxCalculator ??= readTaxCalculatorNames()),
  }
}

export async function readPolicyEngineNames(): Promise<PolicyEngineNames> {
  return readMapping('policyengine')
}

export async function readTaxCalculatorNames(): Promise<TaxCalculatorNames> {
  return readMapping('tax-calculator')
}

async function readMapping<T>(name: string): Promise<T> {
  const { parse } = await import('yaml')
  const file = fileURLToPath(import.meta.resolve(`@reformlab/law/us/${name}.yaml`))
  return parse(readFileSync(file, 'utf8')) as T
}
