/** Parameters that are moved together when a change is shared out among them. */
import type { ParameterFiles } from '../../parameters/parameter-tree.ts'
import type { ReformedParameter } from './reformed-parameters.ts'

/** What a group holds: single values, whole parameters, or what lies in folders of the law. */
export type Grouping = 'value' | 'parameter' | 'folder'

export interface ParameterGroup {
  /** Of the value, parameter or folder. */
  readonly path: string
  /** A folder has none but its path. */
  readonly label: string
  readonly reference: string
  readonly parameters: readonly ReformedParameter[]
}

/** Sharing takes two to the power of this many calculations. */
export const MOST_GROUPS = 8

/**
 * `changed` in at most eight groups: single values if they are that few, else whole parameters, else folders, as deep as
 * they can be. Thresholds of one ascending schedule are always moved together, lest they overtake each other.
 */
export function groupParameters(
  changed: readonly ReformedParameter[],
  files: ParameterFiles,
): { readonly grouping: Grouping; readonly groups: readonly ParameterGroup[] } {
  const groupedBy = (pathOf: (parameter: ReformedParameter) => string) =>
    [...Map.groupBy(changed, pathOf)].map(([path, parameters]) => ({
      path,
      parameters,
      ...aboutGroup(path, parameters, files),
    }))
  const isSchedule = (parameter: string) => files.get(parameter)!.ordered !== undefined
  const values = groupedBy(({ path, parameter }) => (isSchedule(parameter) ? parameter : path))
  if (values.length <= MOST_GROUPS) return { grouping: 'value', groups: values }
  const parameters = groupedBy(({ parameter }) => parameter)
  if (parameters.length <= MOST_GROUPS) return { grouping: 'parameter', groups: parameters }
  let depth = Math.max(...changed.map(({ parameter }) => parameter.split('.').length))
  let folders = parameters
  while (folders.length > MOST_GROUPS) {
    depth--
    folders = groupedBy(({ parameter }) => parameter.split('.').slice(0, depth).join('.'))
  }
  return { grouping: 'folder', groups: folders }
}

function aboutGroup(path: string, parameters: readonly ReformedParameter[], files: ParameterFiles) {
  const label = parameters.length === 1 ? parameters[0]!.label : (files.get(path)?.label ?? path)
  return { label, reference: [...new Set(parameters.map(({ reference }) => reference))].join('; ') }
}
