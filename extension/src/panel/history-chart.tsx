/** What the law has said over the years, as a small step chart, and what the reform makes of it. */
import { valueText } from '../parameters/unit.ts'
import { useServices } from '../react/services.tsx'
import { UNLIMITED } from '../reform/reform-text.ts'
import { useValueWords } from './value-words.ts'

export interface HistoryChartProps {
  readonly unit: string
  /** Of the law as it stands, by year. */
  readonly values: Readonly<Record<string, number | boolean>>
  readonly year: number
  readonly value: number | boolean
}

const WIDTH = 92
const HEIGHT = 22

export function HistoryChart({ unit, values, year, value }: HistoryChartProps) {
  const { trans } = useServices()
  const words = useValueWords()
  const numbers = Object.entries(values).map(([at, one]) => [Number(at), Number(one)] as const)
  const finite = [...numbers.map(([, one]) => one), Number(value)].filter(one => one < UNLIMITED)
  if (finite.length < 2) return null
  const least = Math.min(0, ...finite)
  const span = Math.max(...finite) - least || 1
  const [first, last] = [numbers[0]![0], numbers.at(-1)![0]]
  const x = (at: number) => ((at - first) / (last + 1 - first)) * WIDTH
  const y = (one: number) => HEIGHT - 2 - (Math.min(one, span + least) - least) * ((HEIGHT - 4) / span)
  const path = numbers
    .map(
      ([at, one], index) =>
        `${index === 0 ? 'M' : 'L'}${x(at).toFixed(1)} ${y(one).toFixed(1)}H${x(at + 1).toFixed(1)}`,
    )
    .join('')
  const described = trans.__(
    '%1 in %2, %3 in %4',
    valueText(values[first]!, unit, words),
    first,
    valueText(values[year] ?? value, unit, words),
    year,
  )
  return (
    <svg className="rl-History" width={WIDTH} height={HEIGHT} role="img" aria-label={described}>
      <title>{described}</title>
      <path d={path} className="rl-Law" />
      {value !== values[year] && (
        <path d={`M${x(year).toFixed(1)} ${y(Number(value)).toFixed(1)}H${WIDTH}`} className="rl-Reform" />
      )}
    </svg>
  )
}
