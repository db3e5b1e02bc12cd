export { type CompiledLaw, compileLaw } from './compile-law.ts'
export { LawError, type LawProblem } from './law-problem.ts'
export { type LawSources, readLawSources } from './law-sources.ts'
export type { LawDefinitions, VariableDefinition } from './read-definitions.ts'
