export { differentiate, jumpName, onlyVariables, type Seed, type Side, slopeName } from './differentiate.ts'
