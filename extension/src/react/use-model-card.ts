import type { ModelCard } from '../engine/api-types.ts'
import { useServices } from './services.tsx'
import { useAnswer } from './use-answer.ts'

/** The model that the engine answers for; undefined until it has told. */
export function useModelCard(): ModelCard | undefined {
  const { engine } = useServices()
  return useAnswer('model', () => engine.model.card()) ?? engine.model.known
}
