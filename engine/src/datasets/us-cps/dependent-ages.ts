/**
 * Who a tax unit's dependents are, from the counts its record keeps: the file names no dependent, but says how
 * many there are in each band of age. Ages inside a band are spread evenly and always come out the same.
 */
export interface UnitCounts {
  readonly recordId: number
  readonly ageHead: number
  /** Of a joint return's spouse; undefined on other returns. 0 means that the file does not know it. */
  readonly ageSpouse: number | undefined
  /** Exemptions: everyone in the unit. */
  readonly people: number
  readonly under18: number
  readonly from18to20: number
  readonly over20: number
  /** The next three count dependents only. */
  readonly under6: number
  readonly under13: number
  readonly under17: number
  readonly eitcChildren: number
  readonly dependentsOver64: number
}

/** Upper ends of the bands: 85 is the file's top code. */
const oldest = { young: 5, child: 12, teenager: 16, adult: 64, top: 85 }

/**
 * Ages in years, oldest first, one for each exemption that is neither head nor spouse.
 *
 * throws  RangeError when the counts cannot all hold
 */
export function dependentAges(unit: UnitCounts): number[] {
  const spouseUnknown = unit.ageSpouse === 0
  const filers =
    unit.ageSpouse === undefined || spouseUnknown ? [unit.ageHead] : [unit.ageHead, unit.ageSpouse]
  const minors = unit.under18 - filers.filter(age => age < 18).length
  const youths = unit.from18to20 - filers.filter(age => age >= 18 && age <= 20).length
  const adults = unit.over20 - filers.filter(age => age >= 21).length
  const unbanded = unit.people - filers.length - Number(spouseUnknown) - minors - youths - adults
  const elderly = Math.min(adults, unit.dependentsOver64)
  const students = Math.min(adults - elderly, Math.max(0, unit.eitcChildren - minors - youths))
  const bands: [count: number, first: number, last: number][] = [
    [elderly, 65, oldest.top],
    [adults - elderly - students, 24, oldest.adult],
    [students, 21, 23],
    [youths, 18, 20],
    [minors - unit.under17, 17, 17],
    [unit.under17 - unit.under13, oldest.child + 1, oldest.teenager],
    [unit.under13 - unit.under6, oldest.young + 1, oldest.child],
    [unit.under6, 0, oldest.young],
  ]
  if (unbanded < 0 || bands.some(([count]) => count < 0)) {
    throw new RangeError(`the counts of record ${unit.recordId} contradict each other`)
  }
  const ages = Array.from({ length: unbanded }, () => unit.ageHead)
  for (const [count, first, last] of bands) {
    for (let nth = 0; nth < count; nth++)
      ages.push(first + (scatter(unit.recordId, ages.length) % (last - first + 1)))
  }
  return ages.sort((left, right) => right - left)
}

/** An unsigned 32-bit number that two keys decide and that looks like chance (MurmurHash3's finaliser). */
function scatter(recordId: number, nth: number): number {
  let bits = Math.imul(recordId, 0x9e3779b1) + Math.imul(nth + 1, 0x85ebca77)
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}
