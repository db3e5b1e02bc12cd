/** Stands in for an engine that cannot have the package it was told of. */
console.error('Opening atlantis …')
const error = {
  code: 'E_COUNTRY_MISSING',
  message: 'atlantis is not installed.',
  remedy: 'Install it.',
  details: {},
}
console.error(JSON.stringify({ error }, null, 2))
process.exit(2)
