/** What the pages that newcomers read say to type is typed here. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { runCommand } from './testing/run-command.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const text = (path: string) => readFileSync(join(root, path), 'utf8')
const blocks = (document: string, language: string) =>
  [...text(document).matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)]
    .filter(([, word]) => word === language)
    .map(([, , code]) => code!)
const shellLines = (document: string) =>
  blocks(document, 'sh')
    .flatMap(block => block.split('\n'))
    .map(line => line.replace(/#.*/, '').trim())
    .filter(line => line !== '')
const scripts = (JSON.parse(text('package.json')) as { scripts: Record<string, string> }).scripts
const folder = mkdtempSync(join(tmpdir(), 'reformlab-readme-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('README.md', () => {
  test.each(shellLines('README.md').filter(line => line.startsWith('npx reformlab')))('%s', async line => {
    const words = line
      .replace('npx reformlab ', '')
      .replace(/(?<=--out )\S+/, out => join(folder, out))
      .split(/\s+/)
    const { status, stdout } = await runCommand(words)
    expect(status).toBe(0)
    const out = words[words.indexOf('--out') + 1]!
    expect(words.includes('--out') ? existsSync(out) : stdout.length > 100).toBe(true)
  })

  test('npm start -- --once shows the impact of a reform, and ends', () => {
    const { status, stdout } = spawnSync(process.execPath, ['scripts/start.mjs', '--once'], {
      cwd: root,
      encoding: 'utf8',
    })
    expect(status).toBe(0)
    expect(stdout).toMatch(/Budget balance +-183\.3/)
  })

  test('its reform is one', async () => {
    const { openModel, reformedLaw } = await import('../engine/src/model/index.ts')
    const { readReform } = await import('../engine/src/reforms/index.ts')
    const model = await openModel()
    for (const example of blocks('README.md', 'yaml')) {
      const law = reformedLaw(model.law, [await readReform(example, 'README.md', model.reforms)])
      expect(law.at(2026).get('gov.irs.credits.ctc.amount.base')).toBe(3000)
    }
  })
})

test('engine/README.md: its script runs', () => {
  const [script] = blocks('engine/README.md', 'ts')
  const { status, stdout } = spawnSync(process.execPath, ['--input-type=module-typescript', '-'], {
    cwd: root,
    input: script!,
    encoding: 'utf8',
  })
  expect(status).toBe(0)
  expect(Number(stdout)).toBeGreaterThan(1e9)
})

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'engine/README.md',
  'law/us/README.md',
  'docs/command-line.md',
  'decisions/README.md',
]

test.each(pages)('%s names npm scripts and files that exist', page => {
  const document = text(page)
  for (const [, script] of document.matchAll(/`npm (?:run )?(\w+)/g)) expect(scripts).toHaveProperty(script!)
  for (const [, target] of document.matchAll(/\]\((?!http)([^)#]+)\)/g))
    expect(existsSync(join(root, dirname(page), target!)), target).toBe(true)
})
