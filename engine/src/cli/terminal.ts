/** Where output goes and what it may use: colours, Unicode, width. Results go to stdout, all else to stderr. */
import type { Writable } from 'node:stream'

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'blue' | 'yellow'

export interface Terminal {
  /** Columns to fill at most. */
  readonly width: number
  /** Whether bars and dashes beyond ASCII can be shown. */
  readonly unicode: boolean
  readonly isInteractive: boolean
  print(text: string): void
  note(text: string): void
  paint(style: Style, text: string): string
}

const WIDEST = 100
const CODES: Record<Style, [number, number]> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  blue: [34, 39],
  yellow: [33, 39],
}

export interface TerminalStreams {
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  readonly stderr: Writable
  readonly environment: NodeJS.ProcessEnv
}

/** Colours only on a terminal and not with NO_COLOR; ASCII only where the locale is not UTF-8 or with REFORMLAB_ASCII. */
export function openTerminal({ stdout, stderr, environment }: TerminalStreams): Terminal {
  const { NO_COLOR, TERM, REFORMLAB_ASCII, LC_ALL, LC_CTYPE, LANG } = environment
  const isInteractive = stdout.isTTY === true
  const colours = isInteractive && !NO_COLOR && TERM !== 'dumb'
  const locale = LC_ALL || LC_CTYPE || LANG || ''
  const isPlainLocale = isInteractive && /^(C|POSIX)$/.test(locale)
  return {
    width: Math.min(WIDEST, Math.max(60, (isInteractive && stdout.columns) || WIDEST)),
    unicode: !REFORMLAB_ASCII && !isPlainLocale && TERM !== 'dumb',
    isInteractive,
    print: text => void stdout.write(`${text}\n`),
    note: text => void stderr.write(`${text}\n`),
    paint: (style, text) => (colours ? `\u001b[${CODES[style][0]}m${text}\u001b[${CODES[style][1]}m` : text),
  }
}
