/** Which reforms are compared: open ones, those of the folder that the file browser shows, and any other file. */
import { useEffect, useState } from 'react'
import { useServices } from '../react/services.tsx'
import type { Comparison } from './comparison.ts'
import { MOST } from './comparison.ts'

export interface ReformFiles {
  /** Paths of reform files in the folder that the file browser shows. */
  list(): Promise<readonly string[]>
  /** Asks for files; undefined where nobody can be asked. */
  readonly choose: (() => Promise<readonly string[]>) | undefined
}

export interface ReformChooserProps {
  readonly comparison: Comparison
  readonly files: ReformFiles
}

const OTHER = ' '

export function ReformChooser({ comparison, files }: ReformChooserProps) {
  const { trans } = useServices()
  const [near, setNear] = useState<readonly string[]>([])
  const look = () => void files.list().then(setNear, () => setNear([]))
  useEffect(look, [files])
  const { others, reforms, isFull } = comparison
  const known = new Set([...others, ...reforms].map(({ path }) => path))
  const unopened = near.filter(path => !known.has(path))
  const choose = async (path: string) => {
    if (path !== OTHER) return comparison.add(path)
    for (const chosen of (await files.choose?.()) ?? []) comparison.add(chosen)
  }
  return (
    <label className="rl-Along">
      <span>{trans.__('Add a reform')}</span>
      <select
        value=""
        disabled={isFull}
        title={isFull ? trans.__('%1 reforms can be compared at once; take one out.', MOST) : undefined}
        onFocus={look}
        onChange={event => void choose(event.target.value)}
      >
        <option value="">{trans.__('choose …')}</option>
        {others.length > 0 && (
          <optgroup label={trans.__('Open')}>
            {others.map(({ path, title }) => (
              <option key={path} value={path}>
                {title}
              </option>
            ))}
          </optgroup>
        )}
        {unopened.length > 0 && (
          <optgroup label={trans.__('In this folder')}>
            {unopened.map(path => (
              <option key={path} value={path}>
                {path}
              </option>
            ))}
          </optgroup>
        )}
        {files.choose && <option value={OTHER}>{trans.__('Another file …')}</option>}
      </select>
    </label>
  )
}
