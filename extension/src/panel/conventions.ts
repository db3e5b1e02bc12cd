/** Whose incomes are compared and how, as the law's table of outcomes names it. */
import type { TranslationBundle } from '@jupyterlab/translation'

export const conventions = (trans: TranslationBundle) => [
  { name: 'default', label: trans.__('Households by equivalised net income of their people') },
  { name: 'tax-calculator', label: trans.__('Tax units by expanded income') },
  { name: 'policyengine-5', label: trans.__('Households by net income, as PolicyEngine compares them') },
]
