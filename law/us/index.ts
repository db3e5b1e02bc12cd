/** The law of the United States: every module that defines an entity, an input or a variable. */
export * from './entities.ts'
export * from './inputs/person.ts'
export * from './inputs/survey.ts'
export * from './inputs/tax-unit-benefits.ts'
export * from './inputs/tax-unit-credits.ts'
export * from './inputs/tax-unit-expenses.ts'
export * from './inputs/tax-unit-income.ts'
export * from './inputs/tax-unit-people.ts'
