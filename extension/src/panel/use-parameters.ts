import { useEffect, useState } from 'react'
import type { Parameter } from '../engine/api-types.ts'
import { useServices } from '../react/services.tsx'

/** The parameters of these leaves, each once, in the order of the leaves; as soon as the engine has told them. */
export function useParameters(leaves: readonly string[]): readonly Parameter[] {
  const { engine } = useServices()
  const [, setTold] = useState(0)
  const missing = leaves.filter(leaf => !engine.parameters.known(leaf)).join('\n')
  useEffect(() => {
    if (missing === '') return
    const asked = missing.split('\n').map(leaf => engine.parameters.get(leaf))
    void Promise.allSettled(asked).then(() => setTold(count => count + 1))
  }, [missing, engine])
  const known = leaves.map(leaf => engine.parameters.known(leaf))
  return [...new Set(known.filter(parameter => parameter !== undefined))]
}
