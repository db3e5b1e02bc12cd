/** Makes the reductions of outcomes known on this thread. Imported for its effect, in workers and beside a runner. */
import { registerReducer } from '../run/reducer-registry.ts'
import { impactReducer } from './impact-reducer.ts'
import { programmeLevels } from './programme-levels.ts'

registerReducer(programmeLevels)
registerReducer(impactReducer)
