/** What may differ from Tax-Calculator, for the reasons that `law/us/validation/differences.md` gives. */
import type { CompiledModel, CompiledPopulation } from '../../engine/src/model/index.ts'
import { unitColumns } from '../../engine/src/model/unit-columns.ts'
import type { ParameterTree } from '../../engine/src/parameters/index.ts'

/** USD; taxes that are nearer to each other are the same but for rounding in the last bits. */
const lastBits = 1e-6

/** Whether `variable` is computed otherwise under a law with these reforms. */
export function differsOnPurpose(variable: string, texts: readonly string[]): boolean {
  return variable === 'surtax' && texts.some(text => text.includes('"AGI_surtax_trt"'))
}

/** Rows, in the order of the identifier, of units whose tax is the same and not zero whether they itemize or not. */
export async function unitsThatMayItemize(
  model: CompiledModel,
  population: CompiledPopulation,
  law: ParameterTree,
): Promise<ReadonlySet<number>> {
  const { columns } = await unitColumns(model, population, law, [
    'regular_tax_if_itemizing',
    'minimum_tax_weighed_if_itemizing',
    'regular_tax_if_not_itemizing',
    'minimum_tax_if_not_itemizing',
  ])
  const [, regular, minimum, regularOtherwise, minimumOtherwise] = columns.map(({ values }) => values)
  const rows = new Set<number>()
  regular!.forEach((tax, row) => {
    const itemizing = tax + minimum![row]!
    const otherwise = regularOtherwise![row]! + minimumOtherwise![row]!
    if (itemizing > 0 && Math.abs(itemizing - otherwise) < lastBits) rows.add(row)
  })
  return rows
}
