/** How a value may grow from year to year, as the panel offers it, and how a reform file says it. */
import type { TranslationBundle } from '@jupyterlab/translation'
import type { Parameter } from '../engine/api-types.ts'
import type { Growth } from '../reform/reform-terms.ts'

export interface GrowthOption {
  readonly name: string
  readonly label: string
  /** Undefined: as the law says. */
  readonly indexed?: Growth
}

const PRICES = 'gov.indices.cpi_u'
const WAGES = 'gov.indices.average_wage'

/** Those that fit the parameter; the first is the law's. A package has no indices of ours. What a file says otherwise is one more. */
export function growthOptions(
  { unit, indexation }: Parameter,
  current: Growth | undefined,
  trans: TranslationBundle,
  hasIndices = true,
): readonly GrowthOption[] {
  const words: Readonly<Record<string, string>> = {
    [PRICES]: trans.__('with prices'),
    [WAGES]: trans.__('with wages'),
  }
  const wordsOf = (index: string) => words[index] ?? trans.__('with %1', index)
  const isActive = indexation?.active === true
  const law = isActive ? wordsOf(indexation.index) : trans.__('stays')
  const others = hasIndices && unit === 'currency-USD' ? Object.keys(words) : []
  const options: GrowthOption[] = [
    { name: 'law', label: trans.__('as the law: %1', law) },
    ...(isActive ? [{ name: 'fixed', label: trans.__('stays'), indexed: false }] : []),
    ...(indexation && !isActive ? [{ name: 'own', label: wordsOf(indexation.index), indexed: true }] : []),
    ...others
      .filter(index => index !== indexation?.index)
      .map(index => ({ name: index, label: wordsOf(index), indexed: { index } })),
  ]
  if (nameOfGrowth(options, current) !== undefined) return options
  return [
    ...options,
    { name: 'file', label: trans.__('as the file says'), ...(current !== undefined && { indexed: current }) },
  ]
}

/** The name of the option that a file's growth is; undefined where none of them is. */
export function nameOfGrowth(
  options: readonly GrowthOption[],
  current: Growth | undefined,
): string | undefined {
  const isLaw = current === undefined || (current === true && options.every(({ name }) => name !== 'own'))
  const isNothing = current === false && options.every(({ name }) => name !== 'fixed')
  if (isLaw || isNothing) return 'law'
  return options.find(({ indexed }) => indexed !== undefined && isSame(indexed, current))?.name
}

/** Rounding to the cent is what is not said. */
function isSame(one: Growth, other: Growth): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return one === other
  const { step, direction, carried } = { step: 0.01, direction: 'nearest', carried: false, ...other.rounding }
  return one.index === other.index && step === 0.01 && direction === 'nearest' && carried === false
}
