/** Runs `reformlab` as a process of its own, as a user would. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface CommandResult {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
  readonly milliseconds: number
}

const program = fileURLToPath(new URL('../../engine/bin/reformlab.mjs', import.meta.url))
const root = fileURLToPath(new URL('../..', import.meta.url))

export function runCommand(
  words: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<CommandResult> {
  const began = performance.now()
  const child = spawn(process.execPath, [program, ...words], {
    cwd: root,
    env: { ...process.env, ...environment },
  })
  const output = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', text => (output.stdout += text))
  child.stderr.setEncoding('utf8').on('data', text => (output.stderr += text))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', status => resolve({ status, ...output, milliseconds: performance.now() - began }))
  })
}
