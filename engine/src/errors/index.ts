export { type ErrorCode, errorTable } from './error-table.ts'
export { nearestNames } from './nearest-names.ts'
export { type ErrorDetails, ReformlabError, type Reported } from './reformlab-error.ts'
