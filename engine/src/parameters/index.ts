export { applyReform } from './apply-reform.ts'
export type { Years } from './indexation.ts'
export type { Leaf } from './leaves.ts'
export {
  loadParameterTree,
  parameterFolder,
  parseParameterFiles,
  readParameterTexts,
} from './load-parameter-tree.ts'
export type { DatedValue, ParameterChange } from './parameter-change.ts'
export {
  type Indexation,
  type IndexationRule,
  type ParameterFile,
  type Rounding,
  UNLIMITED,
} from './parameter-file.ts'
export type { ParameterGroup, ParameterLeaf, ParameterShape } from './parameter-shape.ts'
export { type ParameterFiles, ParameterTree } from './parameter-tree.ts'
export { readParameterFile } from './read-parameter-file.ts'
