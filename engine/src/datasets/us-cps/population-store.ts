/**
 * The rebuilt population on disk: one Arrow file an entity, one with the weights by year, the growth factors,
 * and a manifest that names the recipe and every file's hash. Any Arrow reader opens the files.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Table } from 'apache-arrow'
import { writeFolder } from '../cache-folder.ts'
import { type EntityName, entityNames, type RelationName, relationNames } from '../dataset.ts'
import { sha256 } from '../sha256.ts'
import type { Population, StoredColumn, StoredEntity } from './population.ts'

interface Manifest {
  readonly dataset: 'us-cps'
  /** Hash of the code's recipe, the names and the sources. */
  readonly recipe: string
  readonly counts: Readonly<Record<EntityName, number>>
  readonly files: Readonly<Record<string, string>>
}

/** A population and the hash of all its content. */
export type HashedPopulation = Population & { readonly hash: string }

const relationPrefix = 'row of '

export async function writePopulation(folder: string, recipe: string, population: Population): Promise<void> {
  const { tableFromArrays, tableToIPC } = await import('apache-arrow')
  const { entities, weights, growthFactors } = population
  const arrow = (columns: Iterable<readonly [string, StoredColumn]>) =>
    tableToIPC(tableFromArrays(Object.fromEntries(columns)), 'file')
  const contents: Record<string, Uint8Array | string> = {
    ...Object.fromEntries(
      entityNames.map(entity => [
        `${entity}.arrow`,
        arrow([...relationColumns(population, entity), ...entities[entity].columns]),
      ]),
    ),
    'weights.arrow': arrow([...weights].map(([year, column]) => [String(year), column] as const)),
    'growth-factors.json': JSON.stringify(
      Object.fromEntries([...growthFactors].map(([year, factors]) => [year, Object.fromEntries(factors)])),
    ),
  }
  const manifest: Manifest = {
    dataset: 'us-cps',
    recipe,
    counts: {
      person: entities.person.count,
      tax_unit: entities.tax_unit.count,
      household: entities.household.count,
    },
    files: Object.fromEntries(Object.entries(contents).map(([name, content]) => [name, sha256(content)])),
  }
  await writeFolder(folder, draft => {
    for (const [name, content] of Object.entries(contents)) writeFileSync(join(draft, name), content)
    writeFileSync(join(draft, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  })
}

/** The population in `folder`, or undefined when there is none of this recipe or a byte of it is not as written. */
export async function readPopulation(folder: string, recipe: string): Promise<HashedPopulation | undefined> {
  const kept = readKept(folder, recipe)
  if (kept === undefined) return undefined
  const { tableFromIPC } = await import('apache-arrow')
  const table = (name: string) => tableFromIPC(kept.contents.get(`${name}.arrow`)!)
  const tables = { person: table('person'), tax_unit: table('tax_unit'), household: table('household') }
  const entity = (name: EntityName): StoredEntity => ({
    count: kept.manifest.counts[name],
    columns: new Map(columnsOf(tables[name]).filter(([column]) => !column.startsWith(relationPrefix))),
  })
  const relation = (name: RelationName) => {
    const [member, group] = name.split('.') as [EntityName, EntityName]
    // A copy, so that nothing holds on to the whole file.
    return tables[member]
      .getChild(relationPrefix + group)!
      .toArray()
      .slice() as Int32Array
  }
  const factors = JSON.parse(kept.contents.get('growth-factors.json')!.toString('utf8')) as Record<
    string,
    Record<string, number>
  >
  return {
    entities: { person: entity('person'), tax_unit: entity('tax_unit'), household: entity('household') },
    relations: {
      'person.tax_unit': relation('person.tax_unit'),
      'person.household': relation('person.household'),
      'tax_unit.household': relation('tax_unit.household'),
    },
    weights: new Map(columnsOf(table('weights')).map(([year, column]) => [Number(year), column])),
    growthFactors: new Map(
      Object.entries(factors).map(([year, values]) => [Number(year), new Map(Object.entries(values))]),
    ),
    hash: sha256(JSON.stringify(kept.manifest)),
  }
}

function readKept(folder: string, recipe: string) {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest
    const contents = new Map(
      Object.keys(manifest.files).map(name => [name, readFileSync(join(folder, name))] as const),
    )
    const whole = [...contents].every(([name, content]) => sha256(content) === manifest.files[name])
    return manifest.recipe === recipe && whole ? { manifest, contents } : undefined
  } catch {
    return undefined
  }
}

function relationColumns({ relations }: Population, member: EntityName): (readonly [string, Int32Array])[] {
  return relationNames
    .filter(name => name.startsWith(`${member}.`))
    .map(name => [relationPrefix + name.slice(member.length + 1), relations[name]] as const)
}

function columnsOf(table: Table): [string, StoredColumn][] {
  return table.schema.fields.map(({ name }) => [name, table.getChild(name)!.toArray() as StoredColumn])
}
