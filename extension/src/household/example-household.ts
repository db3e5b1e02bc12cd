/** What a household file that has just been made holds. */
export const exampleHousehold = `people:
  Ann: { age: 38, employment_income: 52000 }
  Ben: { age: 40, employment_income: 18000 }
  Mia: { age: 7 }
  Leo: { age: 4 }
tax_units:
  family: { head: Ann, spouse: Ben, dependents: [ Mia, Leo ] }
`
