/** Help texts, made from what commands say about themselves. */
import { type Command, commonOptions, type OptionSpec } from './command.ts'
import { wrapText } from './print/wrap-text.ts'
import type { Terminal } from './terminal.ts'

export function commandHelp(command: Command, terminal: Terminal): string {
  const { name, usage, describe, examples } = command
  const options = Object.entries({ ...command.options, ...commonOptions })
  return [
    `${terminal.paint('bold', `reformlab ${name}`)} ${usage}`,
    '',
    ...wrapText(describe, terminal.width),
    '',
    terminal.paint('bold', 'Options'),
    ...twoColumns(
      options.map(([option, spec]) => [written(option, spec), spec.describe]),
      terminal.width,
    ),
    '',
    terminal.paint('bold', 'Examples'),
    ...examples.map(example => `  ${example}`),
  ].join('\n')
}

export function generalHelp(
  commands: readonly { name: string; summary: string }[],
  terminal: Terminal,
): string {
  return [
    `${terminal.paint('bold', 'reformlab')} COMMAND [OPTIONS]`,
    '',
    'Change the law and see who gains and who loses.',
    '',
    terminal.paint('bold', 'Commands'),
    ...twoColumns(
      commands.map(({ name, summary }) => [name, summary]),
      terminal.width,
    ),
    '',
    terminal.paint('bold', 'Options'),
    ...twoColumns(
      [
        ['--help', 'Show this help, or that of a command: reformlab impact --help'],
        ['--version', 'Show the version'],
      ],
      terminal.width,
    ),
    '',
    terminal.paint('bold', 'Examples'),
    '  reformlab impact --year 2026 --reform law/us/reforms/larger-child-tax-credit.reform.yaml',
    '  reformlab household family.json --explain',
    '  reformlab parameters gov.irs.credits.ctc',
    '',
    'Files: docs/reform-files.md, docs/household-files.md. Errors: docs/errors.md.',
  ].join('\n')
}

const written = (option: string, { type, value = 'VALUE', multiple }: OptionSpec) =>
  `--${option}${type === 'string' ? ` ${value}` : ''}${multiple ? ' …' : ''}`

function twoColumns(rows: readonly (readonly [string, string])[], width: number): string[] {
  const left = Math.max(...rows.map(([first]) => first.length)) + 4
  return rows.flatMap(([first, second]) =>
    wrapText(second, width - left).map((line, i) => `${(i === 0 ? `  ${first}` : '').padEnd(left)}${line}`),
  )
}
