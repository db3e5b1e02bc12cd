/** Stands in for an engine of a country package: says what it does for a second, then answers with what it was told. */
import { createServer } from 'node:http'

const words = process.argv.slice(2)
const socket = words[words.indexOf('--socket') + 1]
console.error('Tracing 9 variables …')
setTimeout(() => {
  createServer((_, response) => response.end(JSON.stringify(words))).listen(socket)
}, 1000)
process.stdin.resume().on('close', () => process.exit(0))
