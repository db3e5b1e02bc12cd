/**
 * Who claims a refundable credit. No law: a model of behaviour, which follows Tax-Calculator. The closer a credit is to
 * the most its claimant could have, the likelier it is claimed.
 */

/**
 * The credit if it is claimed, else 0.
 *
 * credit   USD/year, not negative
 * maximum  USD/year, the most the credit could be for this unit
 * take_up  `scale`: probability of claiming a full credit; `floor`: the least fraction of it, in [0, 1]
 * draw     where the unit stands among claimants, in [0, 1); 0 claims whatever it is due
 */
export function ifClaimed(
  credit: number,
  maximum: number,
  take_up: { readonly scale: number; readonly floor: number },
  draw: number,
): number {
  if (credit <= 0) return 0
  const probability = take_up.scale * Math.max(take_up.floor, credit / maximum)
  return draw < probability ? credit : 0
}
