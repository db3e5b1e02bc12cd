/** The law of the United States: every module that defines an entity, an input or a variable. */
export * from './entities.ts'
