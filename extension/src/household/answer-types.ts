/** What the engine answers about one household; the shapes are those of `schema/openapi.yaml`. */
import type { components } from '@reformlab/schema/generated/openapi.ts'

type Schemas = components['schemas']

export type HouseholdAnswer = Schemas['Household']
export type Earnings = Schemas['EarningsVariation']
export type EarningsCurve = Schemas['EarningsCurve']
export type EarningsPoint = EarningsCurve['points'][number]
export type Kink = EarningsCurve['kinks'][number]
export type ExplainedChange = Schemas['ExplainedChange']
export type EarningsGrid = Schemas['EarningsGrid']
export type ListedVariable = Schemas['ListedVariable']
export type Variable = Schemas['Variable']
export type Model = Schemas['Model']
