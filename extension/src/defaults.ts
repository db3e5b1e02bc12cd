/** What the engine takes where nothing is said; a test holds them to `schema/openapi.yaml`. */
export const defaultDataset = 'us-cps'
export const defaultConvention = 'default'
