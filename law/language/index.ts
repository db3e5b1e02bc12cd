/**
 * The words in which law is written: entities, enums, inputs, variables.
 *
 * A formula is a plain function of one record and the law. It runs as it stands in a debugger; the engine compiles
 * its syntax and never calls it over a population. What a formula may say is in `law/language/README.md`.
 */
export { type Entity, entity } from './entity.ts'
export { type EnumDomain, type EnumValue, enumeration } from './enumeration.ts'
export type { Members } from './members.ts'
export { roundHalfUp } from './rounding.ts'
export { type Brackets, marginalTax } from './scales.ts'
export {
  type Formula,
  type Input,
  input,
  type Variable,
  type VariableDefinition,
  variable,
} from './variable.ts'
