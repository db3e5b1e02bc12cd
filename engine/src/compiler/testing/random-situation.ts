import type { Random } from '../../backends/testing/random-numbers.ts'
import type { LawDescription, Situation } from '../../direct/index.ts'

/** A household of one to three tax units of one to five people, with random inputs, many of them zero. */
export function randomSituation(law: LawDescription, random: Random): Situation {
  const whole = (below: number) => Math.floor(random() * below)
  const people: Record<string, Record<string, unknown>> = {}
  const units: Record<string, Record<string, unknown>> = {}
  const households: Record<string, Record<string, unknown>> = {}
  for (let h = 0; h <= whole(2); h++) {
    const members: string[] = []
    for (let u = 0; u <= whole(3); u++) {
      const names = Array.from({ length: 1 + whole(5) }, (_, i) => `h${h}u${u}p${i}`)
      for (const name of names) people[name] = inputs('person')
      const [head, second, ...others] = names as [string, ...string[]]
      const spouse = random() < 0.5 ? second : undefined
      const dependents = [...(second && !spouse ? [second] : []), ...others]
      units[`h${h}u${u}`] = { head, ...(spouse && { spouse }), dependents, ...inputs('tax_unit') }
      members.push(...names)
    }
    households[`h${h}`] = { members, ...inputs('household') }
  }
  return { people, tax_units: units, households }

  function inputs(entity: string) {
    const own = [...law.variables].filter(
      ([name, v]) => v.entity === entity && v.kind === 'input' && !name.endsWith('_role'),
    )
    return Object.fromEntries(own.filter(() => random() < 0.7).map(([name, { type }]) => [name, value(type)]))
  }

  function value(type: string): unknown {
    if (type === 'bool') return random() < 0.5
    if (type === 'integer') return whole(90)
    const domain = law.enums.get(type)
    return domain ? domain.values[whole(domain.values.length)] : randomAmount(random)
  }
}

/** Amounts of every size: zero, round, exact to the cent, negative, large. */
export function randomAmount(random: Random): number {
  const kind = random()
  if (kind < 0.1) return 0
  if (kind < 0.3) return Math.floor(random() * 100) * 1000
  if (kind < 0.4) return -Math.round(random() * 1e6) / 100
  return Math.round(random() ** 4 * 1e8) / 100
}
