/** The Python that computes what the panel shows. */
import { defaultConvention, defaultDataset } from '../defaults.ts'
import type { IEngine } from '../engine/engine-plugin.ts'
import type { SessionSubject } from '../engine/live-session.ts'

/** Whether Python's `impact` is of the law that the panels are of; that of a country package it does not know. */
export const hasCells = ({ model }: Pick<IEngine, 'model'>) => model.known?.kind !== 'package'

/** A cell's source: the reform's text as it stands, and the impact of it. */
export function pythonCell(text: string, { year, dataset, convention }: SessionSubject): string {
  const options = [
    `year=${year}`,
    ...(dataset === defaultDataset ? [] : [`dataset=${JSON.stringify(dataset)}`]),
    ...(convention === defaultConvention ? [] : [`convention=${JSON.stringify(convention)}`]),
  ].join(', ')
  return `import reformlab as rl\n\nreform = rl.reform(${quoted(text)})\nrl.impact(reform, ${options})`
}

/** A Python text over several lines that is exactly `text`. */
function quoted(text: string): string {
  return `"""\\\n${text.replaceAll('\\', '\\\\').replaceAll('"""', '\\"""')}"""`
}
