import { useCallback, useEffect, useState } from 'react'
import { type Palette, paletteAt } from './charts/palette.ts'

/** The colours in force at a node, read again when the theme changes; the function goes to the node's `ref`. */
export function usePalette(): [Palette | undefined, (node: Element | null) => void] {
  const [node, setNode] = useState<Element | null>(null)
  const [palette, setPalette] = useState<Palette>()
  const read = useCallback(() => node && setPalette(paletteAt(node)), [node])
  useEffect(() => {
    read()
    // JupyterLab's own sign: a theme that has been loaded sets these of the body.
    const observer = new MutationObserver(() => read())
    observer.observe(document.body, { attributeFilter: ['data-jp-theme-light', 'data-jp-theme-name'] })
    return () => observer.disconnect()
  }, [read])
  return [palette, setNode]
}
