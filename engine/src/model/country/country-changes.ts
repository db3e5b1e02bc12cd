/** Reforms between a package's law of days and a tree of years: the tree carries days where they are no whole years. */
import type { CountryChange, CountryValue } from '../../country/index.ts'
import { ReformlabError } from '../../errors/index.ts'
import { type ParameterChange, type ParameterTree, UNLIMITED } from '../../parameters/index.ts'
import type { Years } from '../../parameters/indexation.ts'
import type { ChangedTimeline } from '../../parameters/timeline.ts'

/** Changes of days as the tree `law` takes them. Throws E_COUNTRY_MODEL for what is not in the tree. */
export function treeChanges(
  law: ParameterTree,
  changes: readonly CountryChange[],
  country: string,
): readonly ParameterChange[] {
  return changes.map(({ path, value, start, stop }) => {
    if (!law.files.has(path)) throw new ReformlabError('E_COUNTRY_MODEL', { package: country, what: path })
    const years = yearsOf(start, stop, law.years)
    const shown = asShown(value)
    const dated = { start, ...(stop !== undefined && { stop }), value: shown ?? null }
    if (years && shown !== undefined)
      return { path, ...years.span, value: shown, ...(!years.areWhole && { dated }) }
    const from = Math.min(Math.max(Number(start.slice(0, 4)), law.years.first), law.years.last)
    return { path, from, to: from, value: law.value(path, from), dated }
  })
}

/** What a tree changes of the law it was made of, one change upon the other. */
export function changesInTree(base: ParameterTree, tree: ParameterTree): readonly CountryChange[] {
  const changes: CountryChange[] = []
  for (let position = 0; position < base.leaves.length; position++) {
    let timeline = tree.timeline(position)
    if (timeline === base.timeline(position)) continue
    const { path, type } = base.leaves[position]!
    const layers: ChangedTimeline[] = []
    for (; timeline.kind === 'changed'; timeline = timeline.before) layers.unshift(timeline)
    for (const { from, to, dated, value } of layers) {
      const whole = {
        start: `${from}-01-01`,
        ...(to !== undefined && { stop: `${to}-12-31` }),
        value: value!,
      }
      const stated = dated ?? whole
      changes.push({ path, ...stated, value: asStated(stated.value, type) })
    }
  }
  return changes
}

/** Undefined where no 1 January of the tree's years lies between the days. */
function yearsOf(start: string, stop: string | undefined, { first, last }: Years) {
  const [year, isJanuary] = [Number(start.slice(0, 4)), start.endsWith('-01-01')]
  const from = Math.max(first, isJanuary ? year : year + 1)
  const to = stop === undefined ? undefined : Number(stop.slice(0, 4))
  if (from > last || (to !== undefined && to < from)) return undefined
  const areWhole = isJanuary && year >= first && (stop === undefined || stop.endsWith('-12-31'))
  return { span: { from, ...(to !== undefined && to < last && { to }) }, areWhole }
}

function asShown(value: CountryValue): number | boolean | undefined {
  if (typeof value === 'boolean') return value
  return typeof value === 'number' ? Math.max(-UNLIMITED, Math.min(value, UNLIMITED)) : undefined
}

function asStated(value: number | boolean | null, type: 'number' | 'bool'): CountryValue {
  if (value === null) return null
  if (type === 'bool') return Boolean(value)
  if (Math.abs(Number(value)) < UNLIMITED) return Number(value)
  return Number(value) > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
}
