/** Names of commands; the settings of plugins name them too. */
export const commands = {
  create: 'reformlab:new-reform',
  undo: 'reformlab:undo',
  redo: 'reformlab:redo',
  resetAll: 'reformlab:reset-all',
  insertCell: 'reformlab:insert-cell',
  downloadCsv: 'reformlab:download-csv',
  downloadJson: 'reformlab:download-json',
  showPanel: 'reformlab:show-panel',
} as const

/** Those of several reforms. */
export const compareCommands = {
  compare: 'reformlab:compare',
} as const

/** Those of households. */
export const householdCommands = {
  create: 'reformlab:new-household',
  undo: 'reformlab:undo-household',
  redo: 'reformlab:redo-household',
} as const

/** Those of populations. */
export const dataCommands = {
  show: 'reformlab:show-data',
} as const
