import { expect, test } from 'vitest'
import { numpyUniform } from './numpy-random.ts'

/** `numpy.random.default_rng(seed).uniform(size=4)` of NumPy 2.4. */
const drawn: [seed: number, draws: number[]][] = [
  [0, [0.6369616873214543, 0.2697867137638703, 0.04097352393619469, 0.016527635528529094]],
  [1, [0.5118216247002567, 0.9504636963259353, 0.14415961271963373, 0.9486494471372439]],
  [42, [0.7739560485559633, 0.4388784397520523, 0.8585979199113825, 0.6973680290593639]],
  [192837465, [0.75980735811753, 0.15431634244783343, 0.6815383063999045, 0.4155087097709437]],
  [4294967295, [0.2519435680449965, 0.21906579628685663, 0.28728472043517017, 0.6189813025326831]],
]

test.each(drawn)('seed %i gives the doubles that NumPy draws', (seed, draws) => {
  expect([...numpyUniform(seed, 4)]).toEqual(draws)
})

test('the sequence is still the same after a hundred thousand draws', () => {
  expect(numpyUniform(192837465, 140_001)[140_000]).toBe(0.28995398974784237)
})
