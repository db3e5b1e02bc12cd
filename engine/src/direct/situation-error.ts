import { nearestNames, ReformlabError } from '../errors/index.ts'

/** Refuses a situation: E_SITUATION at a place such as `people.Ann.age`. */
export function refuseSituation(place: string, problem: string, remedy: string): never {
  throw new ReformlabError('E_SITUATION', { place, problem, remedy })
}

export function suggestion(name: string, known: Iterable<string>): string {
  const names = [...known]
  const nearest = nearestNames(name, names)
  if (nearest.length > 0) return `Did you mean ${nearest.join(', ')}?`
  return names.length <= 12 ? `Use one of ${names.join(', ')}.` : 'List names with `reformlab variables`.'
}
