import { answerMessages } from '../host/index.ts'
import type { Command } from './command.ts'

export const hostCommand: Command = {
  name: 'host',
  usage: '',
  describe:
    'Reads messages from standard input and answers them on standard output: programs, populations and parameters, of which it answers columns. For country packages; engine/README.md says how to talk to it. It ends when its input does.',
  options: {},
  words: [0, 0],
  examples: ['reformlab host'],
  run: () => answerMessages(process.stdin, process.stdout),
}
