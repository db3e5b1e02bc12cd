/** Names for what the engine answers; the shapes are those of `schema/openapi.yaml`. */
import type { components } from '@reformlab/schema/generated/openapi.ts'
import type { EngineProblem } from './engine-error.ts'

type Schemas = components['schemas']

export type Impact = Schemas['outcomes.schema']
export type GroupImpact = Impact['groups'][number]
export type ProgrammeImpact = Impact['programmes'][number]
export type Inequality = Impact['inequality']

export type ListedParameter = Schemas['ListedParameter']
/** A folder of parameters. */
export type ParameterGroup = Schemas['ParameterGroup']
export type Parameter = Schemas['Parameter']
/** What there is of the law that the engine answers for. */
export type ModelCard = Schemas['Model']
export type DatasetCard = Schemas['DatasetCard']
export type ReadReform = Schemas['Reform']
export type Frame = Schemas['Frame']
export type Version = Schemas['Version']

/** A value of one leaf; 9e99 stands for no limit. */
export type LeafValue = number | boolean
/** All that differs from the baseline, by the path of the leaf. */
export type Changes = Readonly<Record<string, LeafValue>>

/** `GET /reformlab/api/handshake`, which the Jupyter server answers itself. */
export interface Handshake {
  readonly protocol: number
  readonly distribution: string
  readonly bundle: { readonly engine?: string; readonly law?: string; readonly error?: unknown }
  readonly engine: {
    readonly state: 'stopped' | 'starting' | 'ready' | 'restarting' | 'failed'
    /** The country package it is of, where that is not our own law, and the name of its population. */
    readonly model: { readonly package: string; readonly population: string | null } | null
    readonly doing: string | null
    /** Why it cannot start, in its own words. */
    readonly problem: EngineProblem | null
    readonly remedy: string | null
    readonly log: string | null
    readonly log_tail: readonly string[]
  }
}
