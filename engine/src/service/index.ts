/** The engine as an HTTP service. It calls `model/`; nothing calls it but the command line. */
export { createService } from './create-service.ts'
export { dataFolder } from './jobs/data-folder.ts'
export { type RunningService, type ServeOptions, serve } from './serve.ts'
export type { ServiceOptions } from './service-options.ts'
