import { relationName } from '../direct/law-description.ts'

/**
 * The row that a formula, or one turn of a sum over members, is about.
 *
 * A value belongs to the frame whose row it varies by. Values of a frame may be used in the frames below it (a unit's
 * income inside a sum over the unit's members); values of two frames neither of which is above the other may not meet.
 */
export class Frame {
  readonly entity: string
  /** Names of all relations of the law, `from.to`. */
  readonly #relations: ReadonlySet<string>
  /** Frames of the groups this frame's row belongs to, as far as they were asked for. */
  readonly #above: Map<string, Frame>

  constructor(entity: string, relations: ReadonlySet<string>, above: Map<string, Frame> = new Map()) {
    this.entity = entity
    this.#relations = relations
    this.#above = above
  }

  /** The frame of the group that this frame's row belongs to. */
  up(group: string): Frame {
    const known = this.#above.get(group)
    if (known) return known
    const between = [...this.#above.values()].find(f => f !== this && f.#belongsTo(group))
    // The map is shared, so that a person's household and the household of the person's tax unit are one frame.
    const frame = between?.up(group) ?? new Frame(group, this.#relations, this.#above)
    this.#above.set(group, frame)
    return frame
  }

  /** A frame for the members of this frame's row. */
  members(entity: string): Frame {
    const above = [...this.#above].filter(([group]) => this.#belongsTo(group))
    return new Frame(entity, this.#relations, new Map([...above, [this.entity, this]]))
  }

  isBelow(other: Frame): boolean {
    return this.#belongsTo(other.entity) && this.#above.get(other.entity) === other
  }

  /** The relation that carries values of `above` down to this frame. */
  relationTo(above: Frame): string {
    return relationName(this.entity, above.entity)
  }

  #belongsTo(group: string): boolean {
    return this.#relations.has(relationName(this.entity, group))
  }
}
