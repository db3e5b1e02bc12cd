/** Style and types of the Python distribution and its notebooks; part of `npm run check`. With `--write`, puts the style right. */
import { join } from 'node:path'
import { root, run, setUpPython } from './set-up.mjs'

const { ruff, mypy } = setUpPython()
const cwd = join(root, 'kernel-bridge')
const places = ['--quiet', '--config', 'pyproject.toml', '.', '../notebooks']
const isWriting = process.argv.includes('--write')
run('', ruff, ['format', ...(isWriting ? [] : ['--check']), ...places], { cwd })
run('', ruff, ['check', ...(isWriting ? ['--fix'] : []), ...places], { cwd })
if (!isWriting) run('', mypy, ['--no-error-summary'], { cwd })
