import { mkdtempSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openCountryLaw } from './country-law.ts'
import { smallLaw, writeSmallCountry } from './testing/small-country.ts'

test('a law is read as Python has written it, and not where it is cut off', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'reformlab-law-'))
  try {
    writeSmallCountry(folder, 1)
    const file = join(folder, 'small.law')
    const law = await openCountryLaw(file)
    const read = law.file.parameters.map(({ path, label, description, unit, reference, type, values }) => ({
      ...{ path, label, description, unit, reference, type, values },
    }))
    expect(read).toEqual(smallLaw.parameters)
    expect(law.package).toEqual(smallLaw.package)
    expect(law.person.name).toBe('person')
    expect([law.isGroup('tax'), law.isGroup('tax.scale[0]'), law.isGroup('tax.rate')]).toEqual([
      true,
      true,
      false,
    ])
    expect([...law.namesIn('tax')]).toEqual(['rate', 'scale', 'top', 'flat', 'kind', 'old'])
    await expect(openCountryLaw(join(folder, 'base.prepared'))).rejects.toMatchObject({
      code: 'E_FILE_READ',
      message: expect.stringContaining('it is no reformlab-country-law/1'),
    })
    truncateSync(file, 700)
    await expect(openCountryLaw(file)).rejects.toMatchObject({ code: 'E_FILE_READ' })
  } finally {
    rmSync(folder, { recursive: true })
  }
})
