import type { LiveBench } from '../bench/live-bench.ts'
import type { Terminal } from '../terminal.ts'
import { decimal } from './numbers.ts'
import { textTable } from './text-table.ts'

export function printLiveBench(bench: LiveBench, terminal: Terminal): void {
  const { dataset, year, records, cores, patches, perSecond, frames, lastAnswered, stale } = bench
  terminal.print(`${dataset} ${year}: ${decimal(records, 0)} tax units on ${cores} cores, over HTTP`)
  terminal.print(`\n${terminal.paint('bold', `${patches} random patches, ${perSecond} a second`)}`)
  const rows = [
    ['From patch to complete frame, median', milliseconds(bench.p50)],
    ['95 of 100 within', milliseconds(bench.p95)],
    ['Longest time without a frame', milliseconds(bench.longestWait)],
    ['Frames', decimal(frames, 0)],
    ['Frames after a newer one', decimal(stale, 0)],
    ['Last patch answered', lastAnswered ? 'yes' : 'no'],
  ]
  for (const line of textTable(rows, { align: 'lr', shrink: [0] }, terminal)) terminal.print(line)
}

const milliseconds = (time: number) => `${decimal(time, time < 100 ? 1 : 0)} ms`
