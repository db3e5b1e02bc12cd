import { progressOnStderr } from '../datasets/index.ts'
import {
  compiledModel,
  engineVersion,
  impactWithResponse,
  type Model,
  openPopulationOfModels,
  type PopulationOfModels,
  readAssumptionFile,
  refuseFormulas,
  structuralImpact,
} from '../model/index.ts'
import { type Impact, type ImpactRun, policyEngineConvention, policyEngineImpact } from '../outcomes/index.ts'
import type { Command, Options } from './command.ts'
import {
  lawOptions,
  populationOptions,
  type RequestedLaw,
  type RequestedModels,
  readModels,
  readWorkers,
  readYear,
  usageError,
  yearOption,
} from './common-options.ts'
import { countryOptions, openAskedModel, outcomesOption } from './country-options.ts'
import { decimal } from './print/numbers.ts'
import { printImpact } from './print/print-impact.ts'
import { printResponse } from './print/print-response.ts'
import { reportError } from './report-error.ts'
import type { Terminal } from './terminal.ts'

type Format = 'reformlab' | 'policyengine'

export const impactCommand: Command = {
  name: 'impact',
  usage: '[--year YEAR] [--reform FILE]… [--baseline FILE]…',
  describe:
    'Computes a reform for a whole population: the budget by programme, average and relative change by income group, winners and losers, inequality and poverty before and after. The baseline is the law as it stands, or what --baseline files make of it.',
  options: {
    ...yearOption,
    ...lawOptions,
    ...populationOptions,
    ...countryOptions,
    ...outcomesOption,
    convention: {
      type: 'string',
      value: 'NAME',
      describe: 'Whose incomes are compared, and how: default, tax-calculator, policyengine-5',
    },
    format: {
      type: 'string',
      value: 'NAME',
      describe: "policyengine: JSON in the shape of PolicyEngine's society-wide results",
    },
    assume: {
      type: 'string',
      value: 'FILE',
      describe: 'Assumptions on behaviour: people respond to the reform (docs/behaviour.md)',
    },
    watch: { type: 'boolean', describe: 'Compute again whenever a reform file is saved' },
  },
  words: [0, 0],
  examples: [
    'reformlab impact --reform law/us/reforms/larger-child-tax-credit.reform.yaml',
    'reformlab impact --year 2030 --baseline first.json --reform second.json --json > impact.json',
    'reformlab impact --reform mine.reform.yaml --watch',
    'reformlab impact --reform mine.reform.yaml --format policyengine > society-wide.json',
    'reformlab impact --reform mine.reform.yaml --assume law/us/assumptions/moderate-responses.yaml',
    'reformlab impact --model policyengine_us --population persons.parquet --reform mine.json',
  ],
  async run({ options, terminal }) {
    const year = readYear(options)
    const workers = readWorkers(options)
    const format = readFormat(options)
    const model = await openAskedModel(options)
    const law = await readModels(model, options)
    const dataset = options.text('dataset') ?? model.defaults.dataset
    const populations = await openPopulationOfModels(dataset, year, {
      ...workers,
      progress: progressOnStderr,
    })
    try {
      await answer(populations, law, format, options, terminal)
      if (options.has('watch')) await watch(model, populations, format, options, terminal)
    } finally {
      await populations.close()
    }
  },
}

async function answer(
  populations: PopulationOfModels,
  law: RequestedModels,
  format: Format,
  options: Options,
  terminal: Terminal,
): Promise<void> {
  const assume = options.text('assume')
  const otherwise = format === 'policyengine' ? policyEngineConvention : undefined
  const convention = options.text('convention') ?? otherwise
  const printPolicyEngine = (impact: Impact, responsive: boolean) =>
    terminal.print(
      JSON.stringify(policyEngineImpact(impact, { version: engineVersion(), responsive }), null, 2),
    )
  const { baseline, reform } = law.models
  if (assume !== undefined) {
    refuseFormulas([...law.baselineReforms, ...law.reforms], '--assume')
    const own = compiledModel(baseline, '--assume')
    const assumptions = await readAssumptionFile(assume)
    const run = await impactWithResponse(own, await populations.of(own), law, assumptions, convention)
    if (format === 'policyengine') printPolicyEngine(run.impact, true)
    else if (options.has('json'))
      terminal.print(JSON.stringify({ ...run.impact, response: run.response }, null, 2))
    else {
      const title = await titleOf(law)
      printImpact(run.impact, { ...title, subtitle: [...title.subtitle, `Behaviour ${assume}`] }, terminal)
      printResponse(run.response, terminal)
    }
    return
  }
  const { impact, statistics } =
    baseline === reform
      ? await (await populations.of(baseline)).impact(law.baseline, law.reform, convention)
      : await runOfTwo(populations, law, convention)
  if (format === 'policyengine') printPolicyEngine(impact, false)
  else if (options.has('json')) terminal.print(JSON.stringify(impact, null, 2))
  else {
    printImpact(impact, await titleOf(law), terminal)
    if (baseline !== reform) terminal.note('\nThe reform changes formulas: both laws were computed whole.')
    else if (statistics) terminal.note(speedLine(statistics))
  }
}

/** Throws E_USAGE. */
function readFormat(options: Options): Format {
  const format = options.text('format') ?? 'reformlab'
  if (format === 'reformlab' || format === 'policyengine') return format
  throw usageError(`"${format}" is not a format`, 'Write --format policyengine, or leave it out.')
}

async function runOfTwo(
  populations: PopulationOfModels,
  law: RequestedModels,
  convention: string | undefined,
): Promise<{ readonly impact: Impact; readonly statistics?: ImpactRun['statistics'] }> {
  const before = { model: law.models.baseline, law: law.baseline }
  const after = { model: law.models.reform, law: law.reform }
  return { impact: await structuralImpact(populations, before, after, convention) }
}

async function watch(
  model: Model,
  populations: PopulationOfModels,
  format: Format,
  options: Options,
  terminal: Terminal,
): Promise<void> {
  const { changesOf } = await import('./watch-files.ts')
  const assume = options.text('assume')
  const files = [...options.list('reform'), ...options.list('baseline'), ...(assume ? [assume] : [])]
  terminal.note(`\nWatching ${files.join(', ') || 'nothing'}. Save a file to compute again; Ctrl-C ends.`)
  if (files.length === 0) return
  for await (const _ of changesOf(files)) {
    try {
      const law = await readModels(model, options)
      const isForPeople = format === 'reformlab' && !options.has('json')
      if (terminal.isInteractive && isForPeople) terminal.print('\u001b[2J\u001b[H')
      await answer(populations, law, format, options, terminal)
    } catch (error) {
      reportError(error, terminal, options.has('json'))
    }
  }
}

async function titleOf({ reforms, baselineReforms }: RequestedLaw) {
  const { reformHash } = await import('../reforms/canonical-reform.ts')
  const named = reforms.map(({ title, file }) => title || file)
  const subtitle = [
    ...reforms.map(reform => `Reform ${reform.file} (${reform.format}, ${reformHash(reform).slice(0, 12)})`),
    ...baselineReforms.map(
      reform => `Baseline ${reform.file} (${reform.format}, ${reformHash(reform).slice(0, 12)})`,
    ),
  ]
  return { title: named.join(' + ') || 'The law as it stands', subtitle }
}

function speedLine({ milliseconds, share, workers }: ImpactRun['statistics']): string {
  const threads = workers === 1 ? '1 thread' : `${workers} threads`
  return `\nThe reform took ${decimal(milliseconds, 0)} ms on ${threads}; ${decimal(share * 100, 0)}% of the law was computed again.`
}
