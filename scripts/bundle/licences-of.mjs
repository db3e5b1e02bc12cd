import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Licences of the packages that `modules` belong to, each with its package's name and version, as they ask for. */
export function licencesOf(root, modules) {
  const folders = new Set(
    modules.flatMap(path => path.match(/^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0] ?? []),
  )
  return [...folders]
    .sort()
    .map(folder => {
      const {
        name,
        version,
        license = '',
      } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
      const file = readdirSync(join(root, folder)).find(entry => /^(licen[cs]e|copying)/i.test(entry))
      const text = file ? readFileSync(join(root, folder, file), 'utf8').trim() : `Licence: ${license}`
      return `${name} ${version}\n\n${text}\n`
    })
    .join(`\n${'-'.repeat(80)}\n\n`)
}
