/** `law/<country>/situations.yaml`: what a description of one household may leave unsaid, and what is shown of it. */
export interface SituationRules {
  /** For each input the rules that may give its value; the first that holds does. */
  readonly defaults: Readonly<Record<string, readonly DefaultRule[]>>
  readonly mainVariables: readonly string[]
}

export interface DefaultRule {
  /** Holds for a person in this role. */
  readonly role?: string
  /** Holds for a group that has a member in this role. */
  readonly with?: string
  readonly value?: number | boolean | string
  readonly count?: MemberCount
  /** Values of an enum by the count, the last for more. */
  readonly values?: readonly string[]
}

export interface MemberCount {
  readonly roles: readonly string[]
  /** Ages, inclusive. */
  readonly from?: number
  readonly to?: number
}

interface RulesFile {
  readonly defaults: SituationRules['defaults']
  readonly main_variables: readonly string[]
}

export const situationRules = (file: RulesFile): SituationRules => ({
  defaults: file.defaults,
  mainVariables: file.main_variables,
})
