/** The same tax on every person, which is useful to compare with; zero under current law. */
import { variable } from '../../../language/index.ts'
import { TaxUnit } from '../../entities.ts'

export const lump_sum_tax = variable({
  entity: TaxUnit,
  label: 'Lump-sum tax',
  unit: 'currency-USD',
  reference: 'none: reform option of Tax-Calculator',
  formula(unit, law) {
    if (unit.head_is_dependent_elsewhere) return 0
    return law.gov.contrib.lump_sum_tax * Math.max(unit.filer_count, unit.exemptions_count)
  },
})
