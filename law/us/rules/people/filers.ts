/**
 * Who signs the return. Earnings count where they are filed: what a dependent earns is the dependent's own income
 * (26 USC §73), and a dependent who earns enough to file is a tax unit of their own.
 */
import { variable } from '../../../language/index.ts'
import { Person } from '../../entities.ts'
import type { Law, PersonRecord, TaxUnitRecord } from '../../generated/types.ts'

export const is_filer = variable({
  entity: Person,
  label: 'Signs the return: head or spouse',
  type: 'bool',
  reference: '26 USC §§6012(a), 6013(a)',
  formula(person) {
    return person.tax_unit_role !== 'dependent'
  },
})

/** Sum of an amount over head and spouse. */
export function sumOfFilers(unit: TaxUnitRecord, amount: (filer: PersonRecord) => number): number {
  return unit.members.sum(member => (member.is_filer ? amount(member) : 0))
}

/** How many of head and spouse are aged, 65 or over; a spouse counts on a joint return only. */
export function agedFilers(unit: TaxUnitRecord, law: Law): number {
  const { age_threshold } = law.gov.irs.aged
  return (
    Number(unit.head.age >= age_threshold) +
    Number(unit.filing_status === 'joint' && unit.spouse.age >= age_threshold)
  )
}
