import type { TranslationBundle } from '@jupyterlab/translation'
import { ProblemNotice } from '../panel/problem-notice.tsx'
import { useServices } from '../react/services.tsx'
import type { Unreadable } from './read-household.ts'

/** Why a file is not shown, and what to do. */
export function Unshown({ unreadable }: { readonly unreadable: Unreadable }) {
  const { trans } = useServices()
  const [message, remedy] = wordsOf(unreadable, trans)
  const details = unreadable.reason === 'syntax' ? { line: unreadable.line, column: unreadable.column } : {}
  return <ProblemNotice problem={{ message, remedy, details }} />
}

/** The engine answers for a country package, whose people and groups are others. */
export function OtherLaw({ country }: { readonly country: string }) {
  const { trans } = useServices()
  const problem = {
    message: trans.__('Households are not shown under the law of %1, which this server is set to.', country),
    remedy: trans.__(
      'A situation in the package’s own form is computed by “reformlab household FILE --model %1”.',
      country,
    ),
    details: {},
  }
  return <ProblemNotice problem={problem} />
}

function wordsOf(unreadable: Unreadable, trans: TranslationBundle): readonly [string, string] {
  const asText = trans.__(
    'Open the file with the text editor (right click, Open With, Editor) and change it there.',
  )
  switch (unreadable.reason) {
    case 'syntax':
      return [trans.__('This file is not YAML: %1', unreadable.message), asText]
    case 'people':
      return [
        trans.__('Nobody is in this file.'),
        trans.__('It needs people: { Ann: { age: 40 } } is enough. %1', asText),
      ]
    case 'shape':
      return [
        trans.__('This file does not say who belongs together.'),
        trans.__('Everyone is in one tax unit, as head, spouse or one of its dependents. %1', asText),
      ]
    case 'households':
      return [
        trans.__('This file has several households, and one is shown here.'),
        trans.__('Put each into a file of its own, or compute them with “reformlab household”.'),
      ]
    case 'axes':
      return [
        trans.__('This file varies inputs along axes.'),
        trans.__('Compute it with “reformlab household”, or remove its axes to see the household here.'),
      ]
  }
}
