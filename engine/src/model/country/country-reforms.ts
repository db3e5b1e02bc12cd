/** How reforms of a country package's law are read: ours by years, PolicyEngine's by days. */
import type { CountryLaw } from '../../country/index.ts'
import type { ParameterTree } from '../../parameters/parameter-tree.ts'
import { entryOf, plain } from '../../reforms/document/document.ts'
import { envelopeOf } from '../../reforms/read-policyengine.ts'
import type { ReformContext } from '../../reforms/reform-context.ts'
import { reformTarget } from '../../reforms/reform-target.ts'
import { treeChanges } from './country-changes.ts'

export function countryReforms(law: CountryLaw, tree: ParameterTree): ReformContext {
  const { name } = law.package
  return {
    ...reformTarget(tree),
    async policyEngine(document) {
      const envelope = envelopeOf(document)
      const label = envelope && entryOf(envelope, 'label')?.value
      const title = label?.kind === 'scalar' && typeof label.value === 'string' ? label.value : ''
      const changes = treeChanges(tree, law.changesOf(plain(document)), name)
      return { title, description: '', format: 'policyengine', changes }
    },
    taxCalculatorNames: async () => ({ parameters: {}, variables: {}, inputs: {}, enums: {} }),
  }
}
