import type { ValueWords } from '../parameters/unit.ts'
import { useServices } from '../react/services.tsx'

export function useValueWords(): ValueWords {
  const { trans } = useServices()
  return { yes: trans.__('yes'), no: trans.__('no'), noLimit: trans.__('no limit') }
}
