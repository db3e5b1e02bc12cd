/** Makes the reductions of outcomes known on this thread. Imported for its effect, in workers and beside a runner. */
import { registerReducer } from '../run/reducer-registry.ts'
import { groupLevels } from './group-levels.ts'
import { impactReducer } from './impact-reducer.ts'
import { povertyPeople } from './poverty-people.ts'
import { programmeLevels } from './programme-levels.ts'

registerReducer(programmeLevels)
registerReducer(groupLevels)
registerReducer(povertyPeople)
registerReducer(impactReducer)
