import { decimal } from '../impact/numbers.ts'
import { useServices } from '../react/services.tsx'

export interface PageButtonsProps {
  /** The first row that is shown, from 0. */
  readonly from: number
  readonly total: number
  /** Rows of a page. */
  readonly page: number
  onGo(from: number): void
}

export function PageButtons({ from, total, page, onGo }: PageButtonsProps) {
  const { trans } = useServices()
  const last = Math.floor((total - 1) / page) * page
  const steps = [
    [trans.__('First'), 0],
    [trans.__('Previous'), Math.max(0, from - page)],
    [trans.__('Next'), Math.min(last, from + page)],
    [trans.__('Last'), last],
  ] as const
  return (
    <nav className="rl-DataTools" aria-label={trans.__('Pages')}>
      {steps.map(([label, to]) => (
        <button
          key={label}
          type="button"
          className="rl-Button"
          aria-disabled={to === from}
          onClick={() => to !== from && onGo(to)}
        >
          {label}
        </button>
      ))}
      <span role="status">
        {trans.__(
          '%1 to %2 of %3',
          decimal(from + 1, 0),
          decimal(Math.min(total, from + page), 0),
          decimal(total, 0),
        )}
      </span>
      <label className="rl-Along">
        <span>{trans.__('From')}</span>
        <input
          key={from}
          type="number"
          min={1}
          max={total}
          defaultValue={from + 1}
          onKeyDown={event => {
            const row = Number(event.currentTarget.value) - 1
            if (event.key === 'Enter' && row >= 0 && row < total) onGo(Math.floor(row))
          }}
        />
      </label>
    </nav>
  )
}
