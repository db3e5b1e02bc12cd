import { type Place, placeKey } from './household.ts'

export interface PlaceSelectProps {
  readonly label: string
  readonly places: readonly Place[]
  readonly place: Place
  nameOf(place: Place): string
  onChoose(place: Place): void
}

/** One of the household's incomes; the one that is chosen is offered also where it is not stated. */
export function PlaceSelect({ label, places, place, nameOf, onChoose }: PlaceSelectProps) {
  const chosen = placeKey(place)
  const shown = places.some(one => placeKey(one) === chosen) ? places : [place, ...places]
  return (
    <label className="rl-Along">
      <span>{label}</span>
      <select
        value={chosen}
        onChange={event => onChoose(shown.find(one => placeKey(one) === event.target.value)!)}
      >
        {shown.map(one => (
          <option key={placeKey(one)} value={placeKey(one)}>
            {nameOf(one)}
          </option>
        ))}
      </select>
    </label>
  )
}
