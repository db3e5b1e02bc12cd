export { type ErrorCode, errorTable } from './error-table.ts'
export { type ErrorDetails, ReformlabError } from './reformlab-error.ts'
