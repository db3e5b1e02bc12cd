/** The law's parameters folder by folder, for whoever does not know what to search for. */
import { useState } from 'react'
import type { ParameterGroup } from '../engine/api-types.ts'
import type { ParameterShelf } from '../parameters/parameter-shelf.ts'
import { useServices } from '../react/services.tsx'
import { useAnswer } from '../react/use-answer.ts'

export interface ParameterBrowserProps {
  onChoose(path: string): void
}

/** Rows that are drawn before somebody asks for all. */
const MOST = 200

export function ParameterBrowser({ onChoose }: ParameterBrowserProps) {
  const { engine, trans } = useServices()
  const [path, setPath] = useState('')
  const [isWhole, setWhole] = useState(false)
  const folder = useAnswer(`folder ${path}`, () => openFolder(engine.parameters, path))
  const go = (to: string) => {
    setPath(to)
    setWhole(false)
  }
  const nameOf = (name: string) => {
    const [, bracket] = /^\[(\d+)\]$/.exec(name) ?? []
    return bracket === undefined ? name.replaceAll('_', ' ') : trans.__('bracket %1', Number(bracket) + 1)
  }
  const rows = folder ? rowsOf(folder, nameOf) : []
  const shown = isWhole ? rows : rows.slice(0, MOST)
  return (
    <section className="rl-Browser" aria-label={trans.__('Parameters by folder')} aria-busy={!folder}>
      <nav aria-label={trans.__('Where you are')}>
        {placesAbove(folder?.path ?? path).map(({ name, at }) => (
          <span key={at}>
            <button type="button" className="rl-Link" onClick={() => go(at)}>
              {name === '' ? trans.__('all') : nameOf(name)}
            </button>
            <span aria-hidden="true"> › </span>
          </span>
        ))}
      </nav>
      <ul>
        {shown.map(row => (
          <li key={row.path}>
            <button
              type="button"
              title={row.path}
              onClick={() => (row.below === undefined ? onChoose(row.path) : go(row.path))}
            >
              <span>{row.label}</span>
              {row.below !== undefined && (
                <span className="rl-Sub">{`${row.below.toLocaleString('en-US')} ›`}</span>
              )}
            </button>
          </li>
        ))}
      </ul>
      {shown.length < rows.length && (
        <button type="button" className="rl-Link" onClick={() => setWhole(true)}>
          {trans.__('Show all %1', rows.length.toLocaleString('en-US'))}
        </button>
      )}
    </section>
  )
}

/** The folder at `path`, or the first below it in which there is something to choose from. */
async function openFolder(shelf: ParameterShelf, path: string): Promise<ParameterGroup> {
  const folder = await shelf.folder(path)
  const [only, ...others] = folder.groups
  return only && others.length === 0 && folder.parameters.length === 0 ? openFolder(shelf, only.path) : folder
}

interface Row {
  readonly path: string
  readonly label: string
  /** Parameters below it, of a folder. */
  readonly below?: number
}

function rowsOf({ groups, parameters }: ParameterGroup, nameOf: (name: string) => string): readonly Row[] {
  return [
    ...groups.map(({ path, name, parameters: below }) => ({ path, label: nameOf(name), below })),
    ...parameters.map(({ path, label }) => ({ path, label })),
  ]
}

/** Folders around a path, itself among them, the whole law first. */
function placesAbove(path: string) {
  const within = [...path.matchAll(/[^.[]+|\[[^\]]*\]/g)].map(({ 0: name, index }) => ({
    ...{ name, at: path.slice(0, index + name.length) },
  }))
  return [{ name: '', at: '' }, ...within]
}
