export { caseIndex, definitionOf, type Op, type OpDefinition, ops } from './op.ts'
export type { Guard, Node, Program, ProgramVariable, Relation, Source, ValueType } from './program.ts'
export { freezeProgram, ProgramBuilder, resultType } from './program-builder.ts'
export { verifyProgram } from './verify-program.ts'
