/** Random reforms against Tax-Calculator on a committed sample of its results; `npm run prove` compares every unit. */
import { expect, test } from 'vitest'
import { openModel } from '../engine/src/model/index.ts'
import { differsOnPurpose } from './validation/explained-differences.ts'
import { readRandomReforms, sumToTheCent } from './validation/random-reforms.ts'
import { openUnits } from './validation/some-units.ts'
import { lawAfter, mappedVariables, ourColumns } from './validation/validation-runs.ts'

const model = await openModel('us')
const { recid, variables, reforms } = readRandomReforms()
const years = [...new Set(reforms.map(({ year }) => year))].sort()

test('the sample holds 300 reforms with every variable that both compute, in every year', async () => {
  expect(reforms).toHaveLength(300)
  expect(new Set(reforms.map(({ texts }) => texts.at(-1))).size).toBe(300)
  expect(variables).toEqual(await mappedVariables(model))
  expect(years).toEqual(Array.from({ length: 2036 - 2014 + 1 }, (_, i) => 2014 + i))
})

test.each(years)('in %i every variable has the same sum over 2,000 units', async year => {
  const population = await openUnits(model, recid, year)
  for (const { texts, sums } of reforms.filter(reform => reform.year === year)) {
    const ours = await ourColumns(model, population, await lawAfter(model, model.law, texts), variables)
    const different = variables.flatMap((variable, i) => {
      const sum = sumToTheCent(ours.get(variable)!)
      // A cent: the last bit decides how a sum rounds.
      const same = differsOnPurpose(variable, texts) || Math.abs(sum - sums[i]!) < 0.015
      return same ? [] : [[variable, sum, sums[i]]]
    })
    expect(different, `${texts.at(-1)}: [variable, ours, theirs]`).toEqual([])
  }
  await population.close()
})
