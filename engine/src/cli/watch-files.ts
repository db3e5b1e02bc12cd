import { watch } from 'node:fs'
import { basename, dirname } from 'node:path'

/** How long editors are given to finish saving. */
const SETTLE = 60

/** Yields whenever one of `files` has been saved, also when it was replaced by another file of its name. Never ends. */
export async function* changesOf(files: readonly string[]): AsyncGenerator<void> {
  let wake = () => {}
  let isChanged = false
  let settling: NodeJS.Timeout | undefined
  const changed = () => {
    isChanged = true
    wake()
  }
  const watchers = [...new Set(files.map(file => dirname(file)))].map(folder => {
    const names = new Set(files.filter(file => dirname(file) === folder).map(file => basename(file)))
    return watch(folder, (_, name) => {
      if (name !== null && !names.has(name)) return
      clearTimeout(settling)
      settling = setTimeout(changed, SETTLE)
    })
  })
  try {
    for (;;) {
      if (!isChanged) await new Promise<void>(resolve => (wake = resolve))
      isChanged = false
      yield
    }
  } finally {
    clearTimeout(settling)
    for (const watcher of watchers) watcher.close()
  }
}
