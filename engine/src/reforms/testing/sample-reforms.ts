/** Right reform files of every format, for fuzzing and for examples. */
export const sampleReforms: readonly string[] = [
  `reform: reformlab/1
title: An example
changes:
  gov.irs.credits.ctc.amount.base: { 2026: 3600, 2028-07-01: 4000 }
  gov.irs.credits.ctc.refundable.fully_refundable: { 2026: true }
  gov.irs.income.bracket.rates.7: { from: 2026, to: 2028, value: 0.396 }
  gov.irs.income.bracket.rates.6:
    - { from: 2026, to: 2027, value: 0.36 }
    - { from: 2030-01-01, value: 0.365 }
  gov.irs.deductions.standard.amount:
    2027: { single: 20000, joint: 40000 }
  gov.irs.credits.ctc.phase_out.threshold:
    2026: { indexed: true }
`,
  `{"reform": "reformlab/1", "from": 2026, "changes": {"gov.irs.credits.ctc.amount.base":
    {"2026": {"value": 2500, "to": 2029, "indexed": {"index": "gov.indices.cpi_u", "rounding": {"step": 50, "direction": "down"}}}}}}`,
  `changes:
  gov.irs.credits.ctc.amount.base: { 2026: 0 }
variables:
  refundable_ctc: { label: A credit, formula: unit => 2000 * unit.ctc_children }
  surtax:
    entity: tax_unit
    unit: currency-USD
    label: Surtax
    reference: this reform
    formula: |
      (unit, law) => {
        const { cap } = law.gov.irs.deductions.itemized
        return Math.max(0, unit.adjusted_gross_income - cap[unit.filing_status])
      }
`,
  `{"gov.irs.credits.ctc.amount.base[0].amount": {"2026-01-01.2100-12-31": 3600},
  "gov.irs.deductions.standard.amount.JOINT": {"2026-01-01": 40000, "year:2028:2": 41000},
  "gov.irs.income.bracket.rates.7": {"ETERNITY": 0.4}}`,
  `{"id": 1, "label": "A top rate", "policy_json": {"gov.irs.income.bracket.rates.7": 0.396}}`,
  `// Title: an example
{
  "II_rt7": {"2026": 0.396, "2028": 0.4}, /* top rate */
  "STD": {"2026": [20000, 40000, 20000, 30000, 40000]},
  "CTC_c-indexed": {"2026": false},
  "EITC_rt": {"2027": [0.1, 0.4, 0.45, 0.5]}
}`,
  `{"policy": {"STD": [{"year": 2026, "MARS": "mjoint", "value": 40000}, {"year": 2027, "value": 50000}],
  "CTC_is_refundable": [{"year": 2026, "value": true}]}, "consumption": {}}`,
]
