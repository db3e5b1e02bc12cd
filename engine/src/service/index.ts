/** The engine as an HTTP service. It calls `model/`; nothing calls it but the command line. */
export { createService, type ServiceOptions } from './create-service.ts'
export { type RunningService, type ServeOptions, serve } from './serve.ts'
