import {
  type DatasetCard,
  datasetCard,
  datasetCards,
  openDataset,
  progressOnStderr,
} from '../datasets/index.ts'
import type { Command } from './command.ts'
import { decimal } from './print/numbers.ts'
import { textTable } from './print/text-table.ts'
import { wrapText } from './print/wrap-text.ts'
import type { Terminal } from './terminal.ts'

export const datasetsCommand: Command = {
  name: 'datasets',
  usage: '[NAME] [--fetch]',
  describe:
    'Lists the populations, or shows the card of one: its source, what in it was observed, rebuilt and imputed, how it is aged, what it cannot tell. With --fetch it is fetched and rebuilt now, as it otherwise is on first use.',
  options: { fetch: { type: 'boolean', describe: 'Fetch and rebuild the dataset, unless that is done' } },
  words: [0, 1],
  examples: ['reformlab datasets', 'reformlab datasets us-cps', 'reformlab datasets us-cps --fetch'],
  async run({ words: [name], options, terminal }) {
    const cards = datasetCards()
    const chosen = name === undefined ? cards : [datasetCard(name)]
    if (options.has('fetch'))
      for (const { name, years } of chosen)
        await openDataset(name, years.first, { progress: progressOnStderr })
    if (options.has('json')) terminal.print(JSON.stringify(name === undefined ? chosen : chosen[0], null, 2))
    else if (name === undefined || options.has('fetch')) printList(chosen, terminal)
    else printCard(chosen[0]!, terminal)
  },
}

function printList(cards: readonly DatasetCard[], terminal: Terminal): void {
  const rows = cards.map(({ name, access, years, title }) => [
    name,
    access,
    `${years.first}-${years.last}`,
    title,
  ])
  for (const line of textTable(rows, { align: 'llll', indent: 0 }, terminal)) terminal.print(line)
}

function printCard(card: DatasetCard, terminal: Terminal): void {
  terminal.print(terminal.paint('bold', card.title))
  const counts = Object.entries(card.counts).map(
    ([entity, count]) => `${decimal(count, 0)} ${entity.replaceAll('_', ' ')}`,
  )
  const facts = [
    ['name', card.name],
    ['access', card.access],
    ['licence', card.licence],
    ['years', `${card.years.first}-${card.years.last}`],
    ['records', counts.join(', ')],
  ]
  for (const line of textTable(facts, { align: 'll' }, terminal)) terminal.print(line)
  section('Source', [card.source])
  section('Citation', [card.citation])
  section('Observed', card.observed)
  section('Rebuilt', card.rebuilt)
  section('Imputed', card.imputed)
  section('Ageing', card.ageing)
  section('Weights', card.weights)
  section('Limits', card.limits)

  function section(title: string, items: readonly string[]): void {
    terminal.print(`\n${terminal.paint('bold', title)}`)
    for (const item of items)
      wrapText(item, terminal.width - 4).forEach((line, i) => {
        terminal.print(`${i === 0 ? '  - ' : '    '}${line}`)
      })
  }
}
