import type { ParameterValues } from '../backend.ts'
import type { PlannedRun, PopulationSession } from './population-session.ts'
import { TileMachine } from './tile-machine.ts'

/** Computes `variables` of a session tile after tile, without threads. Afterwards `session.values` gives them. */
export function runOnThisThread(
  session: PopulationSession,
  parameters: ParameterValues,
  variables: readonly string[],
): void {
  const machine = new TileMachine(session.machineParts(0))
  session.begin(parameters)
  if (session.needsData) runTiles(session.planData())
  runTiles(session.planRun(variables))

  function runTiles(plan: PlannedRun): void {
    for (let tile = 0; tile < session.layout.tileCount; tile++) machine.runTile(plan, tile)
    plan.complete()
  }
}
