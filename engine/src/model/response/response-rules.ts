/** Where behaviour enters a law: what its `behaviour.yaml` says. Names of variables and inputs of the tax unit. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { root } from '../law-files.ts'

interface RateRule {
  readonly income: string
  readonly tax: string
}

export interface ResponseRules {
  readonly taxable_income: {
    readonly level: string
    readonly rate: RateRule & { readonly per_compensation: boolean; readonly at_most: number }
    readonly tax: string
    readonly adjusted_gross_income: string
    readonly itemized_deductions: string
    readonly standard_deduction: string
    readonly wages: string
    /** Inputs; wages are the head's. */
    readonly changes: { readonly wages: string; readonly other_income: string; readonly deductions: string }
  }
  readonly capital_gains: { readonly rate: RateRule; readonly changes: string }
}

export function readResponseRules(country: string): ResponseRules {
  return parse(readFileSync(join(root, 'law', country, 'behaviour.yaml'), 'utf8')) as ResponseRules
}
