/**
 * What each block of outcomes means, in words and as data, so that no number travels without its definition.
 *
 * One table. Texts are templates over the convention; `define` fills them for a population.
 */
import type { Convention, EquivalenceScale } from './convention.ts'
import type { OutcomeTable } from './outcome-table.ts'
import type { PovertyLine, PovertyTable } from './poverty-table.ts'

export type OutcomeName = 'budget' | 'programmes' | 'groups' | 'winnersAndLosers' | 'inequality' | 'poverty'

export interface Definition {
  readonly text: string
  /** `currency-USD` a year, `/1` a share, … */
  readonly unit: string
  readonly unitOfAnalysis: string
  readonly weights: string
  /** `of_line`: each poverty line has its own. */
  readonly equivalenceScale: EquivalenceScale | 'of_line'
  /** Records by entity. */
  readonly records: Readonly<Record<string, number>>
  /** How standard errors are taken, in words. */
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

export const standardError =
  'half-samples of neighbouring records; sampling alone, with weights, imputations and groups taken as they are'

const outcomes: Record<Exclude<OutcomeName, 'poverty'>, Outcome> = {
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
      `${c.groupWeights}, ties together and with the ${c.groupStraddlers} group where they reach across a cut` +
      `${c.apart.length ? `; ${c.apart.join(' and ')} incomes apart` : ''}` +
      `${c.overall === 'ranked' ? ', and not in the row of all groups' : ''}. ` +
      `Average: mean change of ${c.income} over ${c.means}. Relative: that ÷ the baseline's mean.`,
    unit: currency => `currency-${currency}`,
    equivalised: true,
    weights: c => spelled(c, c.means),
  },
  winnersAndLosers: {
    text: c =>
      `Change in ${c.income} ÷ max(baseline, 1): above 5%, 0.1% to 5%, within 0.1%, −0.1% to −5%, below −5%; ` +
      `a loss of exactly 0.1% or 5% with the ${c.lossEdges} ones.`,
    unit: () => '/1',
    equivalised: false,
    weights: c => spelled(c, 'people'),
  },
  inequality: {
    text: c =>
      `Over ${c.inequalityWeights} by ${c.income}, ${scaleText[c.equivalenceScale]}; negative incomes ` +
      `${c.negativeIncomes === 'zero' ? 'taken as zero' : 'kept'}. Shares from the Lorenz curve; who reaches across ` +
      `the edge of a share is ${c.shareStraddlers === 'split' ? 'split' : 'of the upper part whole'}.`,
    unit: () => '/1',
    equivalised: true,
    weights: c => spelled(c, c.inequalityWeights),
  },
}

/** The definitions for one convention; `counts` are records by entity, `programmeEntities` those of programmes. */
export function define(
  { currency, poverty }: OutcomeTable,
  convention: Convention,
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
      standardError,
    }
    return [name, definition] as const
  })
  const blocks = Object.fromEntries(entries) as Record<keyof typeof outcomes, Definition>
  return { ...blocks, poverty: povertyDefinition(poverty, counts) }
}

function povertyDefinition(
  poverty: PovertyTable | null,
  counts: Readonly<Record<string, number>>,
): Definition {
  const entities = poverty ? [poverty.entity] : []
  return {
    text: poverty ? povertyText(poverty) : 'None: the law names no poverty line.',
    unit: '/1',
    unitOfAnalysis: entities.map(spaced).join(),
    weights: entities.map(entity => `people (${spaced(entity)} weight × its people of the group)`).join(),
    equivalenceScale: 'of_line',
    records: Object.fromEntries(entities.map(entity => [entity, counts[entity]!])),
    standardError,
  }
}

const povertyText = ({ entity, lines, note }: PovertyTable) =>
  `People whose ${spaced(entity)} has less than its line; resources below zero count as zero. Deep: less than half of ` +
  `it. Gap: mean over all people of the share of the line that is lacking (FGT 1), and of its square (FGT 2). ` +
  `${lines.map(lineText).join(' ')} ${note}`

const lineText = ({ label, resources, need, shareOfMedian }: PovertyLine) =>
  shareOfMedian === null
    ? `${label}: ${resources} against each law's ${need}.`
    : `${label}: ${resources} against ${need} × ${shareOfMedian} × the median over people of ${resources} ÷ ${need}; ` +
      `anchored: the baseline's median under both laws; contemporaneous: each law's own.`
