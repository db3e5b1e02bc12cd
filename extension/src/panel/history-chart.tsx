/** What the law has said over the years, as a small step chart, and what the reform makes of it. */
import { valueText } from '../parameters/unit.ts'
import { useServices } from '../react/services.tsx'
import { UNLIMITED } from '../reform/reform-text.ts'
import { useValueWords } from './value-words.ts'

export interface HistoryChartProps {
  readonly unit: string
  /** Of the law as it stands, by year. */
  readonly values: Readonly<Record<string, number | boolean>>
  /** Of the reform as it was read, in the years in which that is another value. */
  readonly series: Readonly<Record<string, number | boolean>>
  readonly year: number
  /** Of the reform in `year`, which a hand may be moving. */
  readonly value: number | boolean
}

const WIDTH = 92
const HEIGHT = 22

export function HistoryChart({ unit, values, series, year, value }: HistoryChartProps) {
  const { trans } = useServices()
  const words = useValueWords()
  const numbers = Object.entries(values).map(([at, one]) => [Number(at), Number(one)] as const)
  const isMoving = value !== (series[year] ?? values[year])
  const reformed = (at: number) => Number(isMoving && at >= year ? value : (series[at] ?? values[at]))
  const changed = numbers.map(([at]) => at).filter(at => reformed(at) !== Number(values[at]))
  const finite = [...numbers.map(([, one]) => one), ...changed.map(reformed)].filter(
    one => Math.abs(one) < UNLIMITED,
  )
  if (finite.length < 2) return null
  const least = Math.min(0, ...finite)
  const span = Math.max(...finite) - least || 1
  const [first, last] = [numbers[0]![0], numbers.at(-1)![0]]
  const x = (at: number) => ((at - first) / (last + 1 - first)) * WIDTH
  const y = (one: number) =>
    HEIGHT - 2 - (Math.max(least, Math.min(one, span + least)) - least) * ((HEIGHT - 4) / span)
  const step = (at: number, one: number, isNext: boolean) =>
    `${isNext ? 'L' : 'M'}${x(at).toFixed(1)} ${y(one).toFixed(1)}H${x(at + 1).toFixed(1)}`
  const path = numbers.map(([at, one], index) => step(at, one, index > 0)).join('')
  const reformPath = changed
    .map((at, index) => step(at, reformed(at), changed[index - 1] === at - 1))
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
      {reformPath !== '' && <path d={reformPath} className="rl-Reform" />}
    </svg>
  )
}
