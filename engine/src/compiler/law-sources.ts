import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Texts of law modules by their path from the repository's root, e.g. `law/us/rules/credits/eitc.ts`. */
export type LawSources = ReadonlyMap<string, string>

/** Reads the law's modules below `law/` in `root`: the language and one country. Tests and generated files are left out. */
export function readLawSources(root: string, country = 'us'): LawSources {
  const folders = ['law/language', `law/${country}`]
  return new Map(
    folders
      .flatMap(folder => filesBelow(root, folder, '.ts'))
      .filter(path => !path.endsWith('.test.ts') && !path.includes('/generated/'))
      .map(path => [path, readFileSync(join(root, path), 'utf8')]),
  )
}

/** Paths of the files below `folder`, from `root`, in a fixed order. */
export function filesBelow(root: string, folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith(ending))
    .map(name => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort()
}
