/** The process: its words, its streams, its exit status. */
import { runCommandLine } from './run-command-line.ts'
import { openTerminal } from './terminal.ts'

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

const { stdout, stderr, env: environment } = process
process.exitCode = await runCommandLine(process.argv.slice(2), openTerminal({ stdout, stderr, environment }))
