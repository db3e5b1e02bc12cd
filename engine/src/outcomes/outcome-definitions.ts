/**
 * What each block of outcomes means, in words and as data, so that no number travels without its definition.
 *
 * One table. Texts are templates over the convention; `define` fills them for a population.
 */
import type { Convention, EquivalenceScale } from './convention.ts'

export type OutcomeName = 'budget' | 'programmes' | 'groups' | 'winnersAndLosers' | 'inequality'

export interface Definition {
  readonly text: string
  /** `currency-USD` a year, `/1` a share, … */
  readonly unit: string
  readonly unitOfAnalysis: string
  readonly weights: string
  readonly equivalenceScale: EquivalenceScale
  /** Records by entity. */
  readonly records: Readonly<Record<string, number>>
  /** Why there is none, where there is none. */
  readonly standardError: string
}

interface Outcome {
  text(convention: Convention): string
  unit(currency: string): string
  equivalised: boolean
  weights(convention: Convention): string
}

const spaced = (name: string) => name.replaceAll('_', ' ')

const spelled = (convention: Convention, weighting: Convention['means']) =>
  weighting === 'people'
    ? `people (${spaced(convention.entity)} weight × its people)`
    : `${spaced(convention.entity)} weight`

const scaleText: Record<EquivalenceScale, string> = {
  none: 'not equivalised',
  square_root: 'divided by the square root of its people',
}

const outcomes: Record<OutcomeName, Outcome> = {
  budget: {
    text: () => 'Σ weight × change in tax − Σ weight × change in benefit; positive when government gains.',
    unit: currency => `currency-${currency}`,
    equivalised: false,
    weights: () => 'record weight',
  },
  programmes: {
    text: () =>
      'Weighted totals. Payers or recipients hold more than half a cent; winners and losers move by half a cent or more.',
    unit: currency => `currency-${currency}`,
    equivalised: false,
    weights: () => 'record weight',
  },
  groups: {
    text: c =>
      `Groups are cut once on the baseline's ${c.rankedBy}, ${scaleText[c.equivalenceScale]}, ranked over ` +
      `${c.groupWeights}, ties together${c.apart.length ? `; ${c.apart.join(' and ')} incomes apart` : ''}. ` +
      `Average: mean change of ${c.income} over ${c.means}. Relative: that ÷ the baseline's mean.`,
    unit: currency => `currency-${currency}`,
    equivalised: true,
    weights: c => spelled(c, c.means),
  },
  winnersAndLosers: {
    text: c =>
      `Change in ${c.income} ÷ max(baseline, 1): above 5%, 0.1% to 5%, within 0.1%, −0.1% to −5%, below −5%.`,
    unit: () => '/1',
    equivalised: false,
    weights: c => spelled(c, 'people'),
  },
  inequality: {
    text: c =>
      `Over people by ${c.income}, ${scaleText[c.equivalenceScale]}; negative incomes ` +
      `${c.negativeIncomes === 'zero' ? 'taken as zero' : 'kept'}. Shares from the Lorenz curve.`,
    unit: () => '/1',
    equivalised: true,
    weights: c => spelled(c, 'people'),
  },
}

/** The table for one convention and currency; `counts` are records by entity, `programmeEntities` those of programmes. */
export function define(
  convention: Convention,
  currency: string,
  counts: Readonly<Record<string, number>>,
  programmeEntities: readonly string[],
): Readonly<Record<OutcomeName, Definition>> {
  const entries = Object.entries(outcomes).map(([name, outcome]) => {
    const ofProgrammes = name === 'budget' || name === 'programmes'
    const entities = ofProgrammes ? programmeEntities : [convention.entity]
    const definition: Definition = {
      text: outcome.text(convention),
      unit: outcome.unit(currency),
      unitOfAnalysis: entities.map(spaced).join(', '),
      weights: outcome.weights(convention),
      equivalenceScale: outcome.equivalised ? convention.equivalenceScale : 'none',
      records: Object.fromEntries(entities.map(entity => [entity, counts[entity]!])),
      standardError: 'none: the dataset has no replicate weights',
    }
    return [name, definition] as const
  })
  return Object.fromEntries(entries) as Record<OutcomeName, Definition>
}
