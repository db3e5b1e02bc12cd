/** How many people sign the return. */
import { variable } from '../../../language/index.ts'
import { TaxUnit } from '../../entities.ts'

export const filer_count = variable({
  entity: TaxUnit,
  label: 'People who sign the return',
  unit: 'person',
  reference: '26 USC §§6012(a), 6013(a)',
  formula(unit) {
    return unit.filing_status === 'joint' ? 2 : 1
  },
})
