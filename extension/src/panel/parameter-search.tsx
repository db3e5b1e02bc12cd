/** Finds a parameter of the law by words, path or citation, and adds it to the reform. */
import type { ListedParameter } from '../engine/api-types.ts'
import { SearchBox } from '../react/search-box.tsx'
import { useServices } from '../react/services.tsx'

export interface ParameterSearchProps {
  readonly parameters: readonly ListedParameter[]
  onChoose(parameter: ListedParameter): void
}

export function ParameterSearch({ parameters, onChoose }: ParameterSearchProps) {
  const { trans } = useServices()
  return (
    <SearchBox
      items={parameters}
      label={trans.__('Find a parameter of the law')}
      placeholder={trans.__('Find: child credit, 26 USC 24, gov.irs…')}
      listLabel={trans.__('Parameters')}
      nothing={trans.__('No parameter has all of these words. Try fewer, or a section such as “26 USC 63”.')}
      onChoose={onChoose}
    />
  )
}
