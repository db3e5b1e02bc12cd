/** Data flows down these lists; an import may only point up. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const packages = ['schema', 'law', 'engine']
const engineRooms = [
  'errors',
  'program',
  'parameters',
  'backends',
  'direct',
  'compiler',
  'run',
  'datasets',
  'reforms',
  'outcomes',
  'derivatives',
  'country',
  'model',
  'service',
  'host',
  'cli',
]

/** Every `from → to` between files of the project, as paths from its root. */
function imports(): [from: string, to: string][] {
  return packages.flatMap(name =>
    readdirSync(join(root, name), { recursive: true, encoding: 'utf8' })
      .filter(file => /\.(ts|mjs)$/.test(file) && !file.includes('node_modules'))
      .flatMap(file => {
        const from = join(name, file)
        const text = readFileSync(join(root, from), 'utf8')
        return [...text.matchAll(/(?:^|\s)(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].flatMap(
          ([, specifier = '']): [string, string][] => {
            if (specifier.startsWith('.'))
              return [[from, relative(root, resolve(root, dirname(from), specifier))]]
            const [, target, rest = ''] = specifier.match(/^@reformlab\/([^/]+)(.*)$/) ?? []
            return target ? [[from, target + rest]] : []
          },
        )
      }),
  )
}

test('packages import only what lies above them', () => {
  const wrong = imports().filter(([from, to]) => level(packages, from, 0) < level(packages, to, 0))
  expect(wrong).toEqual([])
})

test('rooms of the engine import only what lies above them', () => {
  const wrong = imports().filter(
    ([from, to]) =>
      [from, to].every(path => path.startsWith('engine/src/')) &&
      !from.endsWith('.test.ts') &&
      level(engineRooms, from, 2) < level(engineRooms, to, 2),
  )
  expect(wrong).toEqual([])
})

test('every room of the engine has its place in the order', () => {
  const rooms = readdirSync(join(root, 'engine/src'), { withFileTypes: true }).filter(entry =>
    entry.isDirectory(),
  )
  expect(rooms.map(room => room.name).sort()).toEqual([...engineRooms].sort())
})

test('the walk finds imports to judge', () => {
  expect(imports().length).toBeGreaterThan(100)
})

const level = (order: string[], path: string, depth: number) => order.indexOf(path.split('/')[depth]!)
