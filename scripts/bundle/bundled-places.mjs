/**
 * Modules find files beside them by `import.meta.url`. In a bundle all code lies at its top and files lie as they do in the
 * repository, those of packages below `packages/`; so each `import.meta.url` becomes that of the module's own place there.
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { filesBelow } from '../../engine/src/compiler/law-sources.ts'
import { makersHash } from '../../engine/src/model/makers-hash.ts'

const BESIDE = /new URL\(\s*(['"])([^'"`]+)\1,\s*import\.meta\.url\s*\)/g
/** Split off by esbuild, a CommonJS package has but a default export where Node also finds its names. */
const PACKAGE = /\bimport\('(?!@reformlab)[\w@][^']*'\)/g

/** The esbuild plug-in. */
export function bundledPlaces(root) {
  return {
    name: 'bundled-places',
    setup({ onLoad }) {
      onLoad({ filter: /\.(ts|mjs|js)$/ }, ({ path }) => {
        if (path.endsWith('/model/makers-hash.ts'))
          return { contents: `export const makersHash = () => '${makersHash()}'`, loader: 'js' }
        const text = readFileSync(path, 'utf8')
        const isOwn = !path.includes('node_modules/')
        if (!text.includes('import.meta') && !isOwn) return undefined
        const contents = text
          .replaceAll(BESIDE, (whole, _, name) =>
            name.endsWith('.ts') ? `new URL('./${workerName(name)}.mjs', import.meta.url)` : whole,
          )
          .replaceAll(
            'import.meta.resolve(',
            "((name: string) => new URL(name.replace('@reformlab/', './'), import.meta.url).href)(",
          )
          .replaceAll(/(?<!\.mjs', )import\.meta\.url(?!\)\.href\))/g, own(root, path))
          .replaceAll(isOwn ? PACKAGE : /(?!)/g, '$&.then(module => ({ ...module.default, ...module }))')
        return { contents, loader: path.endsWith('.ts') ? 'ts' : 'js' }
      })
    },
  }
}

/** Modules that the engine starts as threads, by the name they get. */
export function workerModules(root) {
  const sources = filesBelow(root, 'engine/src', '.ts').filter(path => !/\.test\.ts$|\/testing\//.test(path))
  return Object.fromEntries(
    sources.flatMap(path =>
      beside(join(root, path))
        .filter(name => name.endsWith('.ts'))
        .map(name => [workerName(name), join(root, dirname(path), name)]),
    ),
  )
}

/** Files that bundled modules read from beside them, each with its path in the bundle. */
export function assetsOf(root, modules) {
  return modules
    .map(path => join(root, path))
    .filter(path => existsSync(path))
    .flatMap(path => beside(path).map(name => join(dirname(path), name)))
    .filter(file => !file.endsWith('.ts') && existsSync(file) && statSync(file).isFile())
    .map(file => [file, place(root, file)])
}

const beside = path => [...readFileSync(path, 'utf8').matchAll(BESIDE)].map(([, , name]) => name)
const workerName = name => basename(name, '.ts')
const own = (root, path) => `new URL('./${place(root, path)}', import.meta.url).href`

function place(root, path) {
  const [name] = relative(root, path).split('node_modules/').slice(-1)
  return path.includes('node_modules/') ? `packages/${name}` : name
}
