import type { Measurement, PopulationBench } from '../bench/population-bench.ts'
import type { Terminal } from '../terminal.ts'
import { decimal } from './numbers.ts'
import { textTable } from './text-table.ts'

export function printBench(bench: PopulationBench, terminal: Terminal): void {
  const { peer, start, whole, reforms, rounds } = bench
  const table = (title: string, rows: readonly (readonly string[])[], head?: readonly string[]) => {
    terminal.print(`\n${terminal.paint('bold', title)}`)
    const format = { align: 'lrr', shrink: [0], ...(head && { head }) }
    for (const line of textTable(rows, format, terminal)) terminal.print(line)
  }
  terminal.print(
    `${bench.dataset} ${bench.year}: ${decimal(bench.records, 0)} tax units, ${decimal(bench.persons, 0)} persons; ${bench.workers} threads on ${bench.cores} cores`,
  )
  table('From nothing to the first answer', [
    ['Compile the law (once; then kept)', milliseconds(start.compile)],
    ['Open the compiled law', milliseconds(start.openModel)],
    ['Open the population', milliseconds(start.openPopulation)],
    ['Baseline and first reform', milliseconds(start.firstImpact)],
  ])
  const row = ({ what, milliseconds: time, timesFaster }: Measurement) => [
    what,
    milliseconds(time),
    ...(timesFaster === undefined ? [] : [`${decimal(timesFaster, 1)} × faster`]),
  ]
  const theirs = peer ? [[`${peer.name} ${peer.version}, calc_all`, milliseconds(peer.milliseconds)]] : []
  table(`Everything computed anew (least of ${rounds})`, [row(whole), ...theirs])
  table(`A reform of one parameter, to all outcomes (least of ${rounds})`, reforms.map(row))
  terminal.print(`\nMemory at most ${decimal(bench.memory, 0)} MB.`)
}

const milliseconds = (time: number) => `${decimal(time, time < 100 ? 1 : 0)} ms`
