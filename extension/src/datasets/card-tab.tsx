/** What the makers of a dataset and we say of it. */
import type { TranslationBundle } from '@jupyterlab/translation'
import { Fragment } from 'react'
import type { DatasetCard } from '../engine/api-types.ts'
import { useServices } from '../react/services.tsx'
import { useDataWords } from './data-words.ts'

export function CardTab({ card }: { readonly card: DatasetCard }) {
  const { trans } = useServices()
  const { counts } = useDataWords()
  return (
    <div className="rl-DataCard">
      {card.access === 'protected' && <Protection />}
      <dl className="rl-Facts">
        <dt>{trans.__('Records')}</dt>
        <dd>{counts(card)}</dd>
        <dt>{trans.__('Years')}</dt>
        <dd>
          {card.years.first === card.years.last
            ? card.years.first
            : trans.__('%1 to %2', card.years.first, card.years.last)}
        </dd>
        {factsOf(card, trans)
          .filter(([, fact]) => fact !== '')
          .map(([name, fact]) => (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>{fact}</dd>
            </Fragment>
          ))}
      </dl>
      {sectionsOf(card, trans)
        .filter(([, lines]) => lines.length > 0)
        .map(([title, lines]) => (
          <section key={title}>
            <h3>{title}</h3>
            <ul>
              {lines.map(line => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  )
}

function Protection() {
  const { trans } = useServices()
  return (
    <section className="rl-Notice" data-passing="true">
      <p>
        <strong>{trans.__('These data are protected.')}</strong>
      </p>
      <p>
        {trans.__(
          'Nothing of their records is shown, and nothing that is computed from them: no rows, no variables, no distributions, no impacts.',
        )}
      </p>
      <p>
        {trans.__(
          'What will be possible: aggregates, such as a budget or a table by income group, with noise that hides every household. You will see what one costs of your privacy budget, and how far off it may be, before you ask for it; a ledger keeps count.',
        )}
      </p>
    </section>
  )
}

/** What is known of where it comes from. */
const factsOf = ({ licence, source, citation }: DatasetCard, trans: TranslationBundle) =>
  [
    [trans.__('Licence'), licence],
    [trans.__('Source'), source],
    [trans.__('How to cite'), citation],
  ] as const

const sectionsOf = (card: DatasetCard, trans: TranslationBundle) =>
  [
    [trans.__('What it cannot tell'), card.limits],
    [trans.__('Weights'), card.weights],
    [trans.__('Observed'), card.observed],
    [trans.__('Imputed'), card.imputed],
    [trans.__('Rebuilt'), card.rebuilt],
    [trans.__('Other years'), card.ageing],
  ] as const
