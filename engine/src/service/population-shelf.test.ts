import { expect, test } from 'vitest'
import { ReformlabError } from '../errors/index.ts'
import type { Model, ModelPopulation } from '../model/index.ts'
import { PopulationShelf } from './population-shelf.ts'

const forever = new AbortController().signal
const settled = () => new Promise(resolve => setTimeout(resolve))

/** A shelf of populations that are nothing but their year; `opened` and `closed` say in what order. */
function shelf({ most = 2, waiting = 100, fails = 0, quiet = 10, patience = 1000 } = {}) {
  const opened: number[] = []
  const closed: number[] = []
  let isOpen = 0
  let mostOpen = 0
  const populations = new PopulationShelf({
    ...{ most, waiting, quiet, patience },
    async open(_, year) {
      opened.push(year)
      await settled()
      if (opened.length <= fails) throw new ReformlabError('E_DATASET_FETCH', { what: 'it', problem: 'no' })
      mostOpen = Math.max(mostOpen, ++isOpen)
      const close = async () => {
        await settled()
        isOpen--
        closed.push(year)
      }
      return { dataset: { year }, close } as unknown as ModelPopulation
    },
  })
  const use = <T>(
    year: number,
    work: (p: ModelPopulation, signal: AbortSignal) => Promise<T>,
    signal = forever,
  ) => populations.use('us-cps', year, work, signal)
  return { populations, use, opened, closed, mostOpen: () => mostOpen }
}
const yearOf = async ({ dataset }: ModelPopulation) => dataset.year

test('a population is opened once, whoever asks', async () => {
  const { use, opened } = shelf()
  expect(await Promise.all([use(2026, yearOf), use(2026, yearOf), use(2030, yearOf)])).toEqual([
    2026, 2026, 2030,
  ])
  expect(opened).toEqual([2026, 2030])
})

test('work on one population takes turns, in order, and none is overtaken', async () => {
  const { use } = shelf()
  const log: string[] = []
  const work = (name: string) => async (_: ModelPopulation, signal: AbortSignal) => {
    log.push(`${name} begins`)
    await settled()
    log.push(`${name} ends`)
    return signal.aborted
  }
  expect(await Promise.all(['a', 'b', 'c'].map(name => use(2026, work(name))))).toEqual([false, false, false])
  expect(log).toEqual(['a', 'b', 'c'].flatMap(name => [`${name} begins`, `${name} ends`]))
})

test('the one used longest ago makes room, but not while it is used', async () => {
  const { use, closed, mostOpen } = shelf()
  await use(2024, yearOf)
  await use(2025, yearOf)
  await use(2024, yearOf)
  await use(2026, yearOf)
  expect(closed).toEqual([2025])
  let end = () => {}
  const busy = [2024, 2026].map(year => use(year, () => new Promise<void>(resolve => (end = resolve))))
  await settled()
  const waits = use(2030, yearOf)
  await settled()
  expect(closed).toEqual([2025])
  end()
  expect(await waits).toBe(2030)
  expect(closed).toEqual([2025, 2026])
  expect(mostOpen()).toBe(2)
  void busy
})

test('random requests for random years are all answered, with never more open than may be', async () => {
  const { use, mostOpen, populations } = shelf()
  const years = Array.from({ length: 300 }, (_, i) => 2020 + ((i * 7919) % 5))
  expect(await Promise.all(years.slice(0, 90).map(year => use(year, yearOf)))).toEqual(years.slice(0, 90))
  for (const year of years.slice(90)) expect(await use(year, yearOf)).toBe(year)
  expect(mostOpen()).toBe(2)
  expect(populations.open).toHaveLength(2)
})

test('whoever leaves waits no more, and the rest goes on', async () => {
  const { use } = shelf({ most: 1 })
  const leave = new AbortController()
  let end = () => {}
  const first = use(2026, () => new Promise<void>(resolve => (end = resolve)))
  const waits = [use(2026, yearOf, leave.signal), use(2030, yearOf, leave.signal)]
  const next = use(2026, yearOf)
  leave.abort(new Error('gone'))
  for (const waiting of waits) await expect(waiting).rejects.toThrow('gone')
  await settled()
  end()
  await first
  expect(await next).toBe(2026)
})

test('what cannot be opened is said, and tried anew', async () => {
  const { use, opened } = shelf({ fails: 1 })
  await expect(use(2026, yearOf)).rejects.toMatchObject({ code: 'E_DATASET_FETCH' })
  expect(await use(2026, yearOf)).toBe(2026)
  expect(opened).toEqual([2026, 2026])
})

test('a population whose thread was lost is opened anew', async () => {
  const { use, opened, closed } = shelf()
  const lost = async () => {
    throw new ReformlabError('E_WORKER_LOST', { problem: 'it ended' })
  }
  await expect(use(2026, lost)).rejects.toMatchObject({ code: 'E_WORKER_LOST' })
  expect(await use(2026, yearOf)).toBe(2026)
  expect({ opened, closed }).toEqual({ opened: [2026, 2026], closed: [2026] })
})

test('more than may wait are told to come again', async () => {
  const { use } = shelf({ waiting: 3 })
  const asked = [1, 2, 3].map(() => use(2026, yearOf))
  await expect(use(2026, yearOf)).rejects.toMatchObject({ code: 'E_SERVICE_BUSY' })
  await Promise.all(asked)
  expect(await use(2026, yearOf)).toBe(2026)
})

test.each([
  ['waits for a quiet moment', 1e9, ['first', 'second', 'background']],
  ['takes its turn when it has waited long', 0, ['first', 'background', 'second']],
])('work in the background %s', async (_, patience, expected) => {
  const { populations, use } = shelf({ quiet: 20, patience })
  const log: string[] = []
  let end = () => {}
  const first = use(2026, async () => {
    await new Promise<void>(resolve => (end = resolve))
    log.push('first')
  })
  await settled()
  const work = async () => void log.push('background')
  const background = populations.use('us-cps', 2026, work, forever, { isBackground: true })
  await settled()
  const second = use(2026, async () => void log.push('second'))
  await settled()
  end()
  await Promise.all([first, background, second])
  expect(log).toEqual(expected)
})

test('populations of the background make room before others, and do not count among those who wait', async () => {
  const { populations, use, closed } = shelf({ waiting: 1, quiet: 0 })
  const background = (year: number) =>
    populations.use('us-cps', year, yearOf, forever, { isBackground: true })
  await use(2026, yearOf)
  await background(2030)
  await background(2026)
  await use(2026, yearOf)
  await background(2031)
  expect(closed).toEqual([2030])
  const [running, ...more] = [use(2026, yearOf), background(2026), background(2031)]
  expect(await Promise.all([running, ...more])).toEqual([2026, 2026, 2031])
  await use(2031, yearOf)
  await background(2032)
  expect(closed).toEqual([2030, 2026])
})

test('a law with other formulas has populations of its own', async () => {
  const { populations, use, opened } = shelf()
  const model = { hash: 'other' } as Model
  await use(2026, yearOf)
  await populations.use('us-cps', 2026, yearOf, forever, { model })
  await populations.use('us-cps', 2026, yearOf, forever, { model })
  expect(opened).toEqual([2026, 2026])
  expect(populations.open).toEqual(['us-cps 2026', 'us-cps 2026 other'])
})

test('closing lets running work end and takes no more', async () => {
  const { use, populations, closed } = shelf()
  const running = use(2026, async population => {
    await settled()
    expect(closed).toEqual([])
    return population.dataset.year
  })
  await settled()
  await populations.close()
  expect(await running).toBe(2026)
  expect(closed).toEqual([2026])
  await expect(use(2026, yearOf)).rejects.toMatchObject({ code: 'E_SERVICE_CLOSING' })
})
