/** The law as a program that answers what is left of earnings: at the margin, a step further on, and without any. */
import { atPoint, atPointName, jumpName, type Point, slopeName } from '../../../derivatives/index.ts'
import type { Program } from '../../../program/index.ts'
import { withSlopes } from '../moving-income.ts'
import type { RateRules } from '../rate-rules.ts'

/** Input: how much of each dollar that an earner's earnings move falls to `income`. */
export const withTheMove = (income: string) => `moves_with_earnings.${income}`

/** Input: `income` of people where the earner earns nothing. */
export const withoutEarnings = (income: string) => `without_earnings.${income}`

/** Parameter: by how many dollars earnings are higher at the further point. */
export const reachParameter = 'work_incentives.reach'

const points = { further: 'further', nothing: 'nothing' } as const

/** Names of the program's variables. `employerPays` is absent where rates are per dollar of earnings. */
export function earnerVariables({ net_income: net, compensation }: RateRules, perCompensation: boolean) {
  const employer = compensation.employer_pays
  return {
    net,
    right: slopeName(net, 'right'),
    left: slopeName(net, 'left'),
    rightJump: jumpName(net, 'right'),
    leftJump: jumpName(net, 'left'),
    further: atPointName(net, points.further),
    nothing: atPointName(net, points.nothing),
    ...(perCompensation && {
      employer,
      employerRight: slopeName(employer, 'right'),
      employerLeft: slopeName(employer, 'left'),
      employerNothing: atPointName(employer, points.nothing),
    }),
  }
}

export function earnerProgram(law: Program, rules: RateRules): Program {
  const { earnings, net_income, compensation, claims } = rules
  const answered = [net_income, compensation.employer_pays]
  const seeds = earnings.map(input => ({ input, tangent: withTheMove(input) }))
  const sloped = withSlopes(law, answered, seeds, Object.entries(claims).flat())
  const further = atPoint(sloped, [net_income], {
    name: points.further,
    inputs: byName(earnings, input => (builder, own, { entity }) => {
      const share = builder.input(entity!, withTheMove(input))
      return builder.apply('add', own, builder.apply('multiply', builder.parameter(reachParameter), share))
    }),
    variables: goingOnClaiming(claims),
  })
  return atPoint(further, answered, {
    name: points.nothing,
    inputs: byName(
      earnings,
      input =>
        (builder, _, { entity }) =>
          builder.input(entity!, withoutEarnings(input)),
    ),
    variables: goingOnClaiming(claims),
  })
}

/** Who is due a credit where they stand claims it elsewhere if they do so here; of others the law says whether they do. */
function goingOnClaiming(claims: RateRules['claims']): NonNullable<Point['variables']> {
  return byName(Object.keys(claims), credit => (builder, own, there) => {
    const due = claims[credit]!
    const isAbove = (node: number) => builder.apply('less', builder.constant(0), node)
    const asHere = builder.apply('select', isAbove(own(credit)), there(due), builder.constant(0))
    return builder.apply('select', isAbove(own(due)), asHere, there(credit))
  })
}

const byName = <Of>(names: readonly string[], of: (name: string) => Of): Readonly<Record<string, Of>> =>
  Object.fromEntries(names.map(name => [name, of(name)]))
