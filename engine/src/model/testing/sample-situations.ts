/** Right descriptions of households, in JSON and YAML, for fuzzing and for tests. */
export const sampleSituations: readonly string[] = [
  `{
  "people": {
    "Ann": { "age": 38, "employment_income": 52000 },
    "Bob": { "age": 41, "self_employment_income": 8000.5, "is_blind": false },
    "Tom": { "age": 7 }
  },
  "tax_units": {
    "family": { "head": "Ann", "spouse": "Bob", "dependents": ["Tom"], "filing_status": "joint", "eitc": null }
  },
  "households": { "home": { "members": ["Ann", "Bob", "Tom"], "household_net_income": null } }
}`,
  `people:
  Eve: { age: 70 }
  Max: { age: 30, employment_income: 20000 }
tax_units:
  eve: { head: Eve, social_security_reported: 18000, taxable_interest_income: 250.75, income_tax: null }
  max: { members: [Max] }
`,
  '{"people": {"Ann": {"employment_income": 30000}}}',
]
