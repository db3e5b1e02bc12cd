/**
 * Every error a user can meet: its code, what it says, and what to do about it.
 *
 * `docs/errors.md` is kept equal to this table by a test. `{name}` placeholders are filled from the details
 * given to `ReformlabError`.
 */
export const errorTable = {
  E_PARAMETER_UNKNOWN: {
    message: 'There is no parameter "{path}".',
    remedy: 'Nearest names: {nearest}. List parameters with `reformlab parameters`.',
  },
  E_PARAMETER_TYPE: {
    message: 'Parameter "{path}" takes {expected}, but got {value}.',
    remedy: 'Give {expected}.',
  },
  E_PARAMETER_RANGE: {
    message: 'Parameter "{path}" must lie between {min} and {max}, but got {value}.',
    remedy: 'Give a value inside the bounds shown by `reformlab parameters {path}`.',
  },
  E_PARAMETER_FILE: {
    message: 'Parameter file "{path}" is malformed: {problem}.',
    remedy: 'Compare it with schema/parameter.schema.json.',
  },
  E_DATE_RANGE: {
    message: 'The date {value} for "{path}" is outside the years the law covers ({first}–{last}).',
    remedy: 'Use a year from {first} to {last}.',
  },
} as const satisfies Record<string, { message: string; remedy: string }>

export type ErrorCode = keyof typeof errorTable
