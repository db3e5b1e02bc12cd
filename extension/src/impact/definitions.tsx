import type { TranslationBundle } from '@jupyterlab/translation'
import type { Impact } from '../engine/api-types.ts'
import { useServices } from '../react/services.tsx'

/** What the numbers are made of: data, convention, and each block's definition in the engine's words. */
export function Definitions({ impact }: { readonly impact: Impact }) {
  const { trans } = useServices()
  const { dataset, convention, definitions } = impact
  const titles = titlesOf(trans)
  return (
    <div className="rl-Definitions">
      <p>
        {trans.__('Data: %1, %2. Compared: %3.', dataset.name, dataset.hash.slice(0, 12), convention.label)}
      </p>
      <dl>
        {Object.entries(definitions).map(([name, definition]) => (
          <div key={name}>
            <dt>{titles[name] ?? name}</dt>
            <dd>{definition.text}</dd>
            <dd className="rl-Sub">
              {trans.__(
                'Unit %1 · of each %2 · weights: %3 · equivalence scale: %4 · errors: %5',
                definition.unit,
                definition.unitOfAnalysis,
                definition.weights,
                definition.equivalenceScale.replaceAll('_', ' '),
                definition.standardError,
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

const titlesOf = (trans: TranslationBundle): Readonly<Record<string, string>> => ({
  budget: trans.__('Budget'),
  programmes: trans.__('Programmes'),
  groups: trans.__('Income groups'),
  winnersAndLosers: trans.__('Who gains, who loses'),
  inequality: trans.__('Inequality'),
  poverty: trans.__('Poverty'),
})
