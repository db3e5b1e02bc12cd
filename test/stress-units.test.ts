/** Random tax units against Tax-Calculator on a committed sample of its results; `npm run prove` compares ten times as many. */
import { expect, test } from 'vitest'
import { openModel } from '../engine/src/model/index.ts'
import { differsOnPurpose } from './validation/explained-differences.ts'
import { sumToTheCent } from './validation/random-reforms.ts'
import { recordsDataset } from './validation/records-dataset.ts'
import { populationOf } from './validation/some-units.ts'
import { readStressUnits } from './validation/stress-units.ts'
import {
  lawOf,
  mappedVariables,
  ourColumns,
  reformText,
  runs,
  sampleYears,
} from './validation/validation-runs.ts'

const model = await openModel('us')
const { csv, variables, sums } = readStressUnits()

test('the sample holds 2,000 units with every law, year and variable', async () => {
  expect(csv.split('\n')).toHaveLength(2001)
  expect(variables).toEqual(await mappedVariables(model))
  expect(Object.keys(sums)).toHaveLength(runs.length * sampleYears.length)
})

test.each(sampleYears)('in %i every variable has the same sum under every law', async year => {
  const population = await populationOf(model, recordsDataset(csv, year))
  for (const run of runs) {
    const ours = await ourColumns(model, population, await lawOf(model, run), variables)
    const theirs = sums[`${run} ${year}`]!
    const different = variables.flatMap((variable, i) => {
      const sum = sumToTheCent(ours.get(variable)!)
      // A cent: the last bit decides how a sum rounds.
      const same = differsOnPurpose(variable, [reformText(run) ?? '']) || Math.abs(sum - theirs[i]!) < 0.015
      return same ? [] : [[variable, sum, theirs[i]]]
    })
    expect(different, `${run}: [variable, ours, theirs]`).toEqual([])
  }
  await population.close()
})
