/** What is reported of the small country of tests. */
export const smallOutcomes = `currency: EUR
people: person
entity: household
conventions:
  default:
    label: Households by tax
    entity: household
    income: household_tax
    ranked_by: household_tax
    equivalence_scale: none
    group_weights: people
    means: people
    cuts: [0.5]
    group_straddlers: lower
    apart: []
    overall: everybody
    loss_edges: smaller
    inequality_weights: people
    negative_incomes: zero
    share_straddlers: split
programmes:
  - { variable: tax, entity: person, label: Tax, kind: tax, government: state }
  - { variable: household_tax, label: Tax of households, kind: tax, part_of: tax }
`
