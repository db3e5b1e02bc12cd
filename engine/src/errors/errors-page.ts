/** `docs/errors.md`, made from the error table, so that the two hold the same. */
import { errorTable } from './error-table.ts'

const topics: readonly (readonly [prefix: string, title: string])[] = [
  ['E_USAGE', 'Command line'],
  ['E_FILE', 'Files'],
  ['E_OUTPUT', 'Files'],
  ['E_REFORM', 'Reforms'],
  ['E_PARAMETER', 'Reforms'],
  ['E_DATE', 'Reforms'],
  ['E_SITUATION', 'Households'],
  ['E_VARIABLE', 'Variables'],
  ['E_RATE', 'Marginal rates'],
  ['E_ASSUMPTION', 'Behaviour'],
  ['E_DATASET', 'Populations'],
  ['E_SUMMARY', 'Populations'],
  ['E_OUTCOME', 'Outcomes'],
  ['E_CONVENTION', 'Outcomes'],
  ['E_LOCK', 'Lockfiles'],
  ['E_COUNTRY', 'Country packages'],
  ['E_LAW', 'Writing law'],
  ['E_ANSWER', 'Service'],
  ['E_BATCH', 'Jobs of the service'],
  ['E_DATA_FOLDER', 'Jobs of the service'],
  ['E_DATABASE', 'Jobs of the service'],
  ['E_IDEMPOTENCY', 'Jobs of the service'],
  ['E_JOB', 'Jobs of the service'],
  ['E_RESULT', 'Jobs of the service'],
  ['E_REQUEST', 'Service'],
  ['E_ROUTE', 'Service'],
  ['E_SESSION', 'Service'],
  ['E_SERVICE', 'Service'],
  ['E_TOKEN', 'Service'],
]
const OTHER = 'Machine'

const opening = `# Errors

Everything that can be asked wrongly has a code. An error names what is wrong, shows its value, and says what to do.
\`reformlab\` then ends with status 2. What the machine or the network failed at (\`E_DATASET_FETCH\`, \`E_WORKER_LOST\`, \`E_PEER\`,
\`E_SERVICE_LISTEN\`, \`E_DATA_FOLDER\`, \`E_DATABASE\`, \`E_COUNTRY_PREPARE\`), and mistakes of Reformlab's own, end with status 1, and so does a lockfile
that does not rerun the same (\`E_LOCK_DIFFERS\`). Nothing is used of a file that is refused.

With \`--json\` an error is printed to stderr as \`{"error": {"code", "message", "remedy", "details"}}\`; a mistake of Reformlab's
own has the code \`E_INTERNAL\` there. With \`REFORMLAB_DEBUG=1\` the stack trace is printed too.

Words in braces are filled in. This page is written by \`npm run generate\` from \`engine/src/errors/error-table.ts\`.
`

export function errorsPage(): string {
  const sections = new Map<string, string[]>()
  for (const [code, { message, remedy }] of Object.entries(errorTable)) {
    const topic = topics.find(([prefix]) => code.startsWith(prefix))?.[1] ?? OTHER
    const entry = `### ${code}\n\n${literal(message)}\n\n${literal(remedy)}\n`
    sections.set(topic, [...(sections.get(topic) ?? []), entry])
  }
  const titles = [...new Set([...topics.map(([, title]) => title), OTHER])].filter(title =>
    sections.has(title),
  )
  return [opening, ...titles.map(title => `## ${title}\n\n${sections.get(title)!.join('\n')}`)].join('\n')
}

/** A star is no emphasis here. */
const literal = (template: string) => template.replaceAll('*', '\\*')
