/** Why a run did not answer: a newer request took its place. Its `name` is `AbortError`, as of an aborted `fetch`. */
export class RunSuperseded extends Error {
  constructor() {
    super('a newer run took the place of this one')
    this.name = 'AbortError'
  }
}
