#!/usr/bin/env node
/** Starts the command line on Node 24, which the packages bring when the system's Node is older. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module from 'node:module'
import { fileURLToPath } from 'node:url'

const path = relative => fileURLToPath(new URL(relative, import.meta.url))

if (Number(process.versions.node.split('.')[0]) >= 24) {
  module.enableCompileCache?.()
  await import('../src/cli/main.ts')
} else {
  const node = path('../../node_modules/.bin/node')
  if (!existsSync(node)) {
    console.error(
      `error: Reformlab needs Node.js 24; this is ${process.versions.node}.\n  Run \`npm ci\`, which brings it.`,
    )
    process.exit(1)
  }
  const child = spawn(node, [path('reformlab.mjs'), ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (status, signal) => process.exit(signal ? 1 : status))
}
