/** Identity, weight and place of a record: carried along, read by no formula of the tax law. */
import { input } from '../../language/index.ts'
import { Household, TaxUnit } from '../entities.ts'

export const tax_unit_id = input({
  entity: TaxUnit,
  label: 'Number of the tax unit in its dataset',
  type: 'integer',
})

export const tax_unit_weight = input({
  entity: TaxUnit,
  label: 'How many tax units of the population the record stands for',
  type: 'number',
  unit: '/1',
})

export const survey_year = input({
  entity: TaxUnit,
  label: 'Year the record describes',
  type: 'integer',
  unit: 'year',
})

export const agi_class = input({
  entity: TaxUnit,
  label: 'Class of adjusted gross income used in ageing some datasets',
  type: 'integer',
})

export const survey_head_line = input({
  entity: TaxUnit,
  label: 'Line number of the head in the survey household',
  type: 'integer',
  reference: 'Current Population Survey, A_LINENO',
})

export const survey_family_position = input({
  entity: TaxUnit,
  label: 'Family within the survey household',
  type: 'integer',
  reference: 'Current Population Survey, FFPOS',
})

export const survey_source = input({
  entity: TaxUnit,
  label: 'Source of the record: 1 tax returns, 0 survey',
  type: 'integer',
})

export const survey_household_number = input({
  entity: Household,
  label: 'Number of the household in the survey',
  type: 'integer',
  reference: 'Current Population Survey, H_SEQ',
})

export const state_fips = input({
  entity: Household,
  label: 'State, by FIPS code',
  type: 'integer',
  reference: 'Current Population Survey, GESTFIPS',
})
