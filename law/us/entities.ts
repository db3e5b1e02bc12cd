/** The entities of United States federal tax law, and the enums that describe them. */
import { entity, enumeration } from '../language/index.ts'
import type { HouseholdRecord, Law, PersonRecord, TaxUnitRecord } from './generated/types.ts'

export const Person = entity<PersonRecord, Law>({ name: 'person', plural: 'people', label: 'Person' })

/** Persons who file one return, or would: 26 USC §§1, 6012, 7703. */
export const TaxUnit = entity<TaxUnitRecord, Law>({
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

/** Persons who share a dwelling: Census Bureau, Current Population Survey. */
export const Household = entity<HouseholdRecord, Law>({
  name: 'household',
  plural: 'households',
  label: 'Household',
  groups: { members: 'person', tax_units: 'tax_unit' },
})

/** 26 USC §1(a)–(d), §2. */
export const FilingStatus = enumeration('filing_status', {
  single: 'Single',
  joint: 'Married filing jointly',
  separate: 'Married filing separately',
  head_of_household: 'Head of household',
  surviving_spouse: 'Surviving spouse',
})

/** A person's place in their tax unit. */
export const TaxUnitRole = enumeration('tax_unit_role', {
  head: 'Head',
  spouse: 'Spouse',
  dependent: 'Dependent',
})

/** Qualifying children as the earned income credit counts them: 26 USC §32(b). */
export const EitcChildren = enumeration('eitc_children', {
  none: 'No qualifying child',
  one: 'One qualifying child',
  two: 'Two qualifying children',
  three_or_more: 'Three or more qualifying children',
})
