export { atPoint, atPointName, type Point } from './at-point.ts'
export { differentiate, jumpName, onlyVariables, type Seed, type Side, slopeName } from './differentiate.ts'
