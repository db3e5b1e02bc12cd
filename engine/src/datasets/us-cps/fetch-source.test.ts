import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { silent } from '../progress.ts'
import { fetchSource } from './fetch-source.ts'

let work: string
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'reformlab-'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(work, { recursive: true })
})

const fetch = (archive?: string) => fetchSource(join(work, 'cache'), silent, archive)

/** Puts a `python3` first in the search path that runs `script`. */
function stubPython(script: string): void {
  const bin = join(work, 'bin')
  mkdirSync(bin)
  writeFileSync(join(bin, 'python3'), `#!/bin/sh\n${script}\n`)
  chmodSync(join(bin, 'python3'), 0o755)
  vi.stubEnv('PATH', `${bin}:/usr/bin:/bin`)
}

const failure = (problem: string, cure: string) =>
  expect.objectContaining({
    code: 'E_DATASET_FETCH',
    message: expect.stringContaining(problem),
    remedy: expect.stringContaining(cure),
  })

test('without Python the error says to install it', async () => {
  mkdirSync(join(work, 'empty'))
  vi.stubEnv('PATH', join(work, 'empty'))
  await expect(fetch('')).rejects.toThrow(
    failure('python3 cannot be started (ENOENT)', 'Install Python 3.11'),
  )
})

test('without pip the error says to install it', async () => {
  stubPython('echo "/usr/bin/python3: No module named pip" >&2; exit 1')
  await expect(fetch('')).rejects.toThrow(failure('No module named pip', 'apt install python3-pip'))
})

test('offline the error says how to bring the archive', async () => {
  stubPython('echo "ERROR: No matching distribution found for taxcalc==6.8.0" >&2; exit 1')
  await expect(fetch('')).rejects.toThrow(
    failure('No matching distribution found', 'REFORMLAB_TAXCALC_ARCHIVE'),
  )
})

test('an altered archive is reported as such, not as a missing one', async () => {
  const onceThenNoWheel =
    'case "$*" in *only-binary*) echo "ERROR: No matching distribution" ;; *) echo "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE." ;; esac >&2; exit 1'
  stubPython(onceThenNoWheel)
  await expect(fetch('')).rejects.toThrow(failure('DO NOT MATCH THE HASHES', 'do not use it'))
})

test('what pip leaves behind is cleaned up', async () => {
  stubPython('exit 1')
  await expect(fetch('')).rejects.toThrow('pip ended with status 1')
  expect(readdirSync(join(work, 'cache'))).toEqual([])
})

test('pip is asked for the archive by its hash, and for a build step that runs nothing of the package', async () => {
  const record = `echo "$@" >> ${work}/asked; cat "\${PYTHONPATH%%:*}/setuptools/build_meta.py" ${work}/cache/*/requirements.txt > ${work}/given`
  stubPython(`${record}; exit 1`)
  await expect(fetch('')).rejects.toThrow('pip')
  const [sourceArchive, wheel] = readFileSync(join(work, 'asked'), 'utf8').trim().split('\n')
  expect(sourceArchive).toMatch(/^-m pip download .*--no-deps .*--require-hashes --no-build-isolation/)
  expect(wheel).toMatch(/--only-binary :all: taxcalc==6\.8\.0$/)
  const given = readFileSync(join(work, 'given'), 'utf8')
  expect(given).toContain('def prepare_metadata_for_build_wheel')
  expect(given).toContain(
    'taxcalc==6.8.0 --hash=sha256:3813377ba9c5a4cdc1854093dff84f3d942ae6cd16593e142daf37bf385db024',
  )
})

test('an archive that is not there is named', async () => {
  await expect(fetch(join(work, 'nowhere.tar.gz'))).rejects.toThrow(
    failure('nowhere.tar.gz', 'REFORMLAB_TAXCALC_ARCHIVE'),
  )
})

test('an archive whose files have other content is refused, and nothing is kept', async () => {
  const archive = join(work, 'taxcalc.zip')
  writeFileSync(
    archive,
    storedZip(['taxcalc/cps.csv.gz', 'taxcalc/cps_weights.csv.gz', 'taxcalc/growfactors.csv']),
  )
  await expect(fetch(archive)).rejects.toThrow(failure('has the SHA-256', 'another version or was altered'))
  expect(() => readdirSync(join(work, 'cache'))).toThrow('ENOENT')
})

test('a file that is no archive is refused', async () => {
  const archive = join(work, 'taxcalc.tar.gz')
  writeFileSync(archive, 'not an archive')
  await expect(fetch(archive)).rejects.toThrow(expect.objectContaining({ code: 'E_DATASET_FILE' }))
})

/** A zip of empty files. */
function storedZip(paths: string[]): Buffer {
  const locals = paths.map(path => {
    const header = Buffer.alloc(30)
    header.writeUInt16LE(path.length, 26)
    return Buffer.concat([header, Buffer.from(path)])
  })
  const entries = paths.map((path, index) => {
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(path.length, 28)
    entry.writeUInt32LE(Buffer.concat(locals.slice(0, index)).length, 42)
    return Buffer.concat([entry, Buffer.from(path)])
  })
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(paths.length, 10)
  end.writeUInt32LE(Buffer.concat(locals).length, 16)
  return Buffer.concat([...locals, ...entries, end])
}
