import type { ArrangedSituation } from '../../direct/index.ts'
import { ReformlabError } from '../../errors/index.ts'
import type { Catalogue, CatalogueVariable } from '../catalogue.ts'

/** Whose input it is: the record called `name`, or the first. Throws E_SITUATION. */
export function recordNamed(
  { entities }: Catalogue,
  situation: ArrangedSituation,
  { entity }: CatalogueVariable,
  name: string | undefined,
): { readonly record: string; readonly row: number } {
  const { names } = situation.entities.get(entity)!
  const record = name ?? names[0]!
  const row = names.indexOf(record)
  if (row >= 0) return { record, row }
  throw new ReformlabError('E_SITUATION', {
    place: entities.get(entity)!.plural,
    problem: `there is no "${record}"`,
    remedy: `Name one of ${names.join(', ')}.`,
  })
}
