import './probe-reducers.ts'
import '../worker.ts'
