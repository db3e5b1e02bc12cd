import type { DatasetCard } from '../engine/api-types.ts'
import { useServices } from '../react/services.tsx'
import { useDataWords } from './data-words.ts'

export interface DatasetListProps {
  readonly cards: readonly DatasetCard[]
  readonly chosen: string | undefined
  onChoose(name: string): void
}

export function DatasetList({ cards, chosen, onChoose }: DatasetListProps) {
  const { trans } = useServices()
  const { counts } = useDataWords()
  return (
    <ul>
      {cards.map(card => (
        <li key={card.name}>
          <button
            type="button"
            aria-current={card.name === chosen ? 'true' : undefined}
            onClick={() => onChoose(card.name)}
          >
            <span className="rl-Row">
              <strong>{card.name}</strong>
              <AccessBadge access={card.access} />
            </span>
            <span>{card.title}</span>
            <span className="rl-Sub">{counts(card)}</span>
            <span className="rl-Sub">
              {trans.__('%1–%2 · %3', card.years.first, card.years.last, card.licence)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

export function AccessBadge({ access }: Pick<DatasetCard, 'access'>) {
  const { trans } = useServices()
  return (
    <span className="rl-Badge" data-access={access}>
      {access === 'public' ? trans.__('public') : trans.__('protected')}
    </span>
  )
}
