/**
 * `node scripts/bundle-engine.mjs [FOLDER]`: the command line as one folder that Node 24 runs without any package, for the
 * Python distribution. Code lies at the top, what it reads lies below as it does in the repository.
 *
 * Runs on Node 24: it loads the engine to say what it bundled.
 */
import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { filesBelow, readLawSources } from '../engine/src/compiler/law-sources.ts'
import { engineVersion } from '../engine/src/model/engine-version.ts'
import { readLawFiles } from '../engine/src/model/law-files.ts'
import { assetsOf, bundledPlaces, workerModules } from './bundle/bundled-places.mjs'
import { licencesOf } from './bundle/licences-of.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = resolve(process.argv[2] ?? join(root, 'kernel-bridge/reformlab/_engine'))

const { metafile, outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: { main: 'engine/src/cli/main.ts', ...workerModules(root) },
  outdir: folder,
  outExtension: { '.js': '.mjs' },
  ...{ bundle: true, splitting: true, format: 'esm', platform: 'node', target: 'node24' },
  ...{ metafile: true, write: false, legalComments: 'none', logLevel: 'warning' },
  // An optional native add-on of `pg`, which does without.
  external: ['pg-native'],
  banner: {
    js: [
      "import { createRequire as requireOf } from 'node:module'",
      'const require = requireOf(import.meta.url)',
      'const { dirname: __dirname, filename: __filename } = import.meta',
    ].join('\n'),
  },
  plugins: [bundledPlaces(root)],
})

// An engine that runs from the bundle before meets the new one whole.
const draft = `${folder}.draft`
rmSync(draft, { recursive: true, force: true })
mkdirSync(draft, { recursive: true })
for (const { path, contents } of outputFiles) writeFileSync(join(draft, relative(folder, path)), contents)

const rules = [...readLawSources(root, 'us').keys()]
const data = ['law/us', 'law/countries', 'schema'].flatMap(room =>
  ['.yaml', '.json'].flatMap(ending => filesBelow(root, room, ending)),
)
const left = /^(law\/us\/(cases|validation)|schema\/(node_modules|generated))\/|package\.json$|^schema\/buf/
copy([...rules, ...data.filter(path => !left.test(path))].map(path => [join(root, path), path]))
copy(assetsOf(root, Object.keys(metafile.inputs)))
write(
  'reformlab.mjs',
  "import module from 'node:module'\n\nmodule.enableCompileCache?.()\nawait import('./main.mjs')\n",
)
write('licences.txt', licencesOf(root, Object.keys(metafile.inputs)))
const about = { engine: engineVersion(), country: 'us', law: readLawFiles('us').lawHash }
write('about.json', `${JSON.stringify(about, null, 2)}\n`)

rmSync(folder, { recursive: true, force: true })
renameSync(draft, folder)

function copy(files) {
  for (const [from, to] of files) {
    mkdirSync(dirname(join(draft, to)), { recursive: true })
    cpSync(from, join(draft, to))
  }
}

function write(name, text) {
  writeFileSync(join(draft, name), text)
}
