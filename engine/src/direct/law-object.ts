/**
 * The law's parameters of one year as a plain nested object, as formulas read them.
 *
 * A family numbered 1, 2, 3 … has a `length`, and a number that indexes it is truncated and held inside it, as in the
 * compiled program.
 */
export function lawObject(leaves: ReadonlyMap<string, number | boolean>): object {
  const root: Branch = {}
  for (const [path, value] of leaves) {
    const names = path.split('.')
    const last = names.pop()!
    let at = root
    for (const name of names) {
      at[name] ??= {}
      at = at[name] as Branch
    }
    at[last] = value
  }
  return finish(root)
}

interface Branch {
  [name: string]: number | boolean | Branch
}

function finish(branch: Branch): object {
  for (const [name, child] of Object.entries(branch))
    if (typeof child === 'object') branch[name] = finish(child) as Branch
  const names = Object.keys(branch)
  return names.length > 0 && names.every((name, i) => name === String(i + 1)) ? numbered(branch) : branch
}

function numbered(branch: Branch): object {
  const length = Object.keys(branch).length
  return new Proxy(Object.freeze({ ...branch, length }), {
    get(target, key) {
      const number = typeof key === 'string' ? Number(key) : Number.NaN
      if (typeof key !== 'string' || (Number.isNaN(number) && key !== 'NaN')) return Reflect.get(target, key)
      const position = Math.trunc(number)
      return Reflect.get(target, String(position > 1 ? Math.min(position, length) : 1))
    },
  })
}
