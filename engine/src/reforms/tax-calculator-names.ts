/** The one file in which Tax-Calculator's names meet the law's: `law/<country>/tax-calculator.yaml`. */
export interface TaxCalculatorNames {
  readonly enums: Readonly<Record<string, readonly EnumCode[]>>
  readonly inputs: Readonly<Record<string, MappedVariable>>
  readonly variables: Readonly<Record<string, MappedVariable>>
  readonly parameters: Readonly<Record<string, MappedParameter>>
}

/** One value of an enum, in its order: the number in data and the word in reform files that stand for it. */
export interface EnumCode {
  readonly value: string
  readonly code: number
  readonly label: string
}

export interface MappedVariable {
  readonly entity: string
  readonly name: string
  /** Whose value it is, when it is a person's. */
  readonly role?: string
  readonly type?: string
  readonly enum?: string
}

export interface MappedParameter {
  readonly path: string
  /** The member of a numbered family. */
  readonly key?: number
  /** The enum a vector runs over, in the enum's order. */
  readonly by?: string
  /** Ours = theirs × factor. */
  readonly factor?: number
}

/** The path of the parameter or table that a name stands for. */
export const mappedPath = ({ path, key }: MappedParameter) => (key === undefined ? path : `${path}.${key}`)
