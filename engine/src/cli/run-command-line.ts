/** From the words of the command line to an exit status: 0 done, 1 it could not be done, 2 it was asked wrongly. */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { nearestNames } from '../errors/index.ts'
import { engineVersion } from '../model/engine-version.ts'
import { type Command, commonOptions, type OptionSpec, Options } from './command.ts'
import { commands } from './commands.ts'
import { usageError } from './common-options.ts'
import { commandHelp, generalHelp } from './help.ts'
import { reportError } from './report-error.ts'
import { AlreadyReported } from './run-country-package.ts'
import type { Terminal } from './terminal.ts'

export async function runCommandLine(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    await run(words, terminal)
    return 0
  } catch (error) {
    if (error instanceof AlreadyReported) return error.status
    return reportError(error, terminal, words.includes('--json'))
  }
}

async function run([name, ...rest]: readonly string[], terminal: Terminal): Promise<void> {
  if (name === undefined || name === '--help' || name === 'help' || name === '-h') {
    const of = name === 'help' ? rest[0] : undefined
    terminal.print(
      of === undefined
        ? generalHelp(
            commands.filter(command => !command.hidden),
            terminal,
          )
        : commandHelp(await commandNamed(of), terminal),
    )
  } else if (name === '--version') terminal.print(engineVersion())
  else await runCommand(await commandNamed(name), rest, terminal)
}

async function commandNamed(name: string): Promise<Command> {
  const entry = commands.find(command => command.name === name)
  if (entry) return entry.load()
  const names = commands.filter(command => !command.hidden).map(command => command.name)
  const [nearest] = nearestNames(name, names)
  const cure = nearest ? `Did you mean \`reformlab ${nearest}\`?` : `Commands: ${names.join(', ')}.`
  if (name.startsWith('-')) throw usageError(`There is no option ${name}`, 'See `reformlab --help`.')
  throw usageError(`There is no command "${name}"`, cure)
}

async function runCommand(command: Command, rest: readonly string[], terminal: Terminal): Promise<void> {
  const { words, options } = readWords(command, rest)
  if (options.has('help')) {
    terminal.print(commandHelp(command, terminal))
    return
  }
  const [least, most] = command.words
  const see = `Write \`reformlab ${command.name} ${command.usage}\`; see \`reformlab ${command.name} --help\`.`
  if (words.length < least)
    throw usageError(`\`reformlab ${command.name}\` needs ${command.usage.split(' ')[0]}`, see)
  if (words.length > most) throw usageError(`"${words[most]}" is one word too many`, see)
  await command.run({ words, options, terminal })
}

function readWords(command: Command, rest: readonly string[]): { words: string[]; options: Options } {
  const specs: Readonly<Record<string, OptionSpec>> = { ...command.options, ...commonOptions }
  const options: ParseArgsOptionsConfig = Object.fromEntries(
    Object.entries(specs).map(([name, { type, multiple = false }]) => [name, { type, multiple }]),
  )
  try {
    const { values, positionals } = parseArgs({
      args: [...rest],
      options,
      allowPositionals: true,
      strict: true,
    })
    return { words: positionals, options: new Options(values) }
  } catch (error) {
    throw misread(error, command, Object.keys(specs))
  }
}

function misread(error: unknown, command: Command, known: readonly string[]): unknown {
  const { code, message } = error as { code?: string; message: string }
  if (!code?.startsWith('ERR_PARSE_ARGS')) return error
  const [option = ''] = message.match(/--?[\w-]+/) ?? []
  const see = `See \`reformlab ${command.name} --help\`.`
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
    return usageError(
      message.includes('does not take') ? `${option} takes no value` : `${option} needs a value`,
      see,
    )
  const [nearest] = nearestNames(option.replace(/^-+/, ''), known)
  const cure = nearest ? `Did you mean --${nearest}?` : see
  return usageError(`\`reformlab ${command.name}\` has no option ${option}`, cure)
}
