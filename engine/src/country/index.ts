/** Installed country packages of OpenFisca and PolicyEngine: their law, prepared by Python, and populations under it. */
export { type CountryColumns, countryColumns } from './country-columns.ts'
export { CountryLaw, openCountryLaw } from './country-law.ts'
export {
  type CountryPopulation,
  type CountryPopulationOptions,
  openCountryPopulation,
} from './country-population.ts'
export { countryPython, doesNotStart } from './country-python.ts'
export { type CountryChange, type CountryReform, noReform, type WrittenReform } from './country-reform.ts'
export { isSameValue, valueAt } from './dated-values.ts'
export type {
  CountryEntity,
  CountryEnum,
  CountryGroup,
  CountryParameter,
  CountryValue,
  CountryVariable,
  DatedValues,
  LawFile,
} from './law-file.ts'
export { type PreparedCountry, type PrepareRequest, prepareCountry } from './prepare-country.ts'
