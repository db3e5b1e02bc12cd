/** Operations of `schema/openapi.yaml` as types: what is sent, with defaults filled in, and what is answered. */
import type { Defaults } from '@reformlab/schema/generated/defaults.ts'
import type { operations } from '@reformlab/schema/generated/openapi.ts'

export type OperationId = keyof operations & keyof Defaults

type Filled<Sent, Names> = Sent & { readonly [Name in keyof Sent & Names]-?: Exclude<Sent[Name], undefined> }
type Json<Message> = Message extends { readonly content: { readonly 'application/json': infer Content } }
  ? Content
  : never

/** The body of a request that has been validated. */
export type Body<Id extends OperationId> = operations[Id] extends { readonly requestBody: infer Sent }
  ? Filled<Json<Sent>, Defaults[Id]['body']>
  : never

export type Query<Id extends OperationId> = Filled<
  NonNullable<operations[Id]['parameters']['query']>,
  Defaults[Id]['query']
>

export type Params<Id extends OperationId> = NonNullable<operations[Id]['parameters']['path']>

/** What is answered where nothing went wrong. */
export type Answer<Id extends OperationId> = Json<
  operations[Id]['responses'][keyof operations[Id]['responses'] & (200 | 201 | 202)]
>
