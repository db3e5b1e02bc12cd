import type { Program } from './program.ts'

/** Paths of the parameters of a program, each once, in the order of their nodes. */
export const parameterNames = ({ nodes }: Program): readonly string[] => [
  ...new Set(nodes.flatMap(({ op, name }) => (op === 'parameter' ? [name!] : []))),
]
