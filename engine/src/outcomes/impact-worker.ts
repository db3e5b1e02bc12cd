/** Entry of worker threads that know the reductions of outcomes: hand its URL to `createRunner` as `workerModule`. */
import './register-reducers.ts'
import '../run/worker.ts'
