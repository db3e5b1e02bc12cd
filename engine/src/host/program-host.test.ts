/** The host as another process has it: started for real, asked over its streams, held to the reference to the bit. */
import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Columns, Population } from '../backends/backend.ts'
import { referenceBackend } from '../backends/reference/reference-backend.ts'
import { firstDifference } from '../backends/testing/differences.ts'
import { randomPopulation } from '../backends/testing/random-population.ts'
import { randomParameters, randomProgram } from '../backends/testing/random-program.ts'
import { shufflePopulation } from '../backends/testing/shuffle-population.ts'
import { openModel, parameterValues } from '../model/index.ts'
import { type Program, parameterNames } from '../program/index.ts'
import { encodeProgram } from '../program/program-codec.ts'
import { encodeMessage, type Message, readMessages } from '../run/message-stream.ts'

interface AnswerHead {
  readonly session: number
  readonly parameters: readonly string[]
  readonly outputs: Readonly<Record<string, number>>
  readonly error?: { readonly code: string; readonly message: string; readonly remedy: string }
  readonly statistics: Readonly<Record<string, number>>
}

const main = fileURLToPath(new URL('../cli/main.ts', import.meta.url))
let host: ChildProcess
let answers: AsyncGenerator<Message>

beforeAll(() => {
  host = spawn(process.execPath, [main, 'host'], { stdio: ['pipe', 'pipe', 'inherit'] })
  answers = readMessages(host.stdout!)
})

afterAll(async () => {
  const ended = new Promise(resolve => host.once('exit', resolve))
  host.stdin!.end()
  expect(await ended).toBe(0)
})

async function ask(head: object, blobs: readonly Uint8Array[] = []) {
  for (const part of encodeMessage(head, blobs)) host.stdin!.write(part)
  const { value } = await answers.next()
  return { head: value!.head as AnswerHead, blobs: (value as Message).blobs }
}

/** A program and its population as a message, after which more blobs may come. */
function written(program: Program, { entities, relations }: Population) {
  const blobs: Uint8Array[] = [encodeProgram(program)]
  const blob = (values: Float64Array | Int32Array) =>
    blobs.push(new Uint8Array(values.buffer, values.byteOffset, values.byteLength)) - 1
  const named = Object.entries(entities).map(([name, { count, columns }]) => {
    const places = [...columns].map(([column, values]) => [column, blob(values)] as const)
    return [name, { count, columns: Object.fromEntries(places) }] as const
  })
  const joined = Object.entries(relations).map(([name, ones]) => [name, blob(ones)] as const)
  const head = { program: 0, entities: Object.fromEntries(named), relations: Object.fromEntries(joined) }
  return { head, blobs, blob }
}

const inOrder = (names: readonly string[], values: ReadonlyMap<string, number>) => {
  const { buffer } = Float64Array.from(names, name => values.get(name)!)
  return new Uint8Array(buffer)
}

const columnsOf = ({ head, blobs }: Awaited<ReturnType<typeof ask>>): Columns =>
  new Map(Object.entries(head.outputs).map(([name, place]) => [name, new Float64Array(blobs[place]!.buffer)]))

async function expectSame(
  program: Program,
  population: Population,
  laws: readonly ReadonlyMap<string, number>[],
  extra: { readonly partition?: string; readonly threads?: number },
): Promise<void> {
  const outputs = program.variables.map(v => v.name)
  const { head, blobs } = written(program, population)
  const opened = await ask({ kind: 'open', ...head, ...extra }, blobs)
  expect(opened.head.error).toBeUndefined()
  const { session, parameters } = opened.head
  for (const [i, law] of laws.entries()) {
    const asked = { kind: 'run', session, parameters: 0, outputs, ...(i === 0 && { baseline: true }) }
    const answer = await ask(asked, [inOrder(parameters, law)])
    const expected = await referenceBackend.run(program, population, law, outputs)
    expect(firstDifference(expected, columnsOf(answer)), `law ${i}`).toBeUndefined()
  }
  expect((await ask({ kind: 'close', session })).head.error).toBeUndefined()
}

test('random programs, parted by a category or not, over rows in any order', async () => {
  for (let seed = 1; seed <= 12; seed++) {
    const program = randomProgram(seed, 60)
    const population = shufflePopulation(randomPopulation(program, seed, 300), seed)
    const [before, after] = [randomParameters(program, seed), randomParameters(program, seed + 100)]
    const partition = program.nodes.find(n => n.op === 'input' && n.type === 'category')!.name!
    const extra = seed % 3 ? { partition } : {}
    await expectSame(program, population, [before, after, before], { ...extra, threads: seed % 3 })
  }
})

test('the law of the United States', async () => {
  const { program, law } = await openModel('us')
  const population = shufflePopulation(randomPopulation(program, 7, 400), 7)
  const values = parameterValues(law, 2026)
  const reform = new Map(values).set('gov.irs.credits.ctc.amount.base', 3000)
  const partition = program.nodes.find(n => n.op === 'input' && n.type === 'category')?.name
  await expectSame(program, population, [values, reform], { threads: 2, ...(partition && { partition }) })
})

test('once, for few records and for many', async () => {
  for (const rows of [5, 200]) {
    const program = randomProgram(rows, 80)
    const population = shufflePopulation(randomPopulation(program, 3, rows), 3)
    const law = randomParameters(program, 5)
    const outputs = program.variables.map(v => v.name)
    const { head, blobs, blob } = written(program, population)
    const parameters = blob(Float64Array.from(parameterNames(program), name => law.get(name)!))
    const answer = await ask({ kind: 'once', ...head, parameters, outputs }, blobs)
    const expected = await referenceBackend.run(program, population, law, outputs)
    expect(firstDifference(expected, columnsOf(answer))).toBeUndefined()
  }
})

test('what cannot be done is said, and the host goes on', async () => {
  const program = randomProgram(1, 20)
  const { head, blobs } = written(program, randomPopulation(program, 1, 100))
  const refusal = async (asked: object, parts: readonly Uint8Array[] = blobs) => {
    const { error } = (await ask(asked, parts)).head
    expect(error!.remedy).toBeTruthy()
    return `${error!.code} ${error!.message}`
  }
  expect(await refusal({ kind: 'walk' })).toContain('E_HOST_REQUEST')
  expect(await refusal({ kind: 'open', program: 0 })).toContain("required property 'entities'")
  expect(await refusal({ kind: 'open', ...head, relations: {} })).toContain('there is no relation')
  expect(await refusal({ kind: 'open', ...head, program: 99 })).toContain('there is no blob 99')
  const garbled = [blobs[0]!.slice(0, 40), ...blobs.slice(1)]
  expect(await refusal({ kind: 'open', ...head }, garbled)).toContain('E_PROGRAM_MALFORMED')
  expect(await refusal({ kind: 'close', session: 999 })).toContain('there is no session 999')
  const { session, parameters } = (await ask({ kind: 'open', ...head, threads: 0 }, blobs)).head
  const run = { kind: 'run', session, parameters: 0, outputs: ['variable_0'] }
  const law = inOrder(parameters, randomParameters(program, 1))
  expect(await refusal(run, [law.slice(8)])).toContain(`there are ${parameters.length} parameters`)
  expect(await refusal({ ...run, outputs: ['rent'] }, [law])).toContain('no variable rent')
  const answer = await ask(run, [law])
  expect(answer.head.error).toBeUndefined()
  expect(columnsOf(answer).size).toBe(1)
})
