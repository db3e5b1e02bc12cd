/** The plugins of the extension, each small; JupyterLab starts them as what they need is there. */
import { comparePlugin } from './compare/compare-plugin.ts'
import { dataPlugin } from './datasets/data-plugin.ts'
import { documentsPlugin } from './document/documents-plugin.ts'
import { enginePlugin } from './engine/engine-plugin.ts'
import { householdPlugin } from './household/household-plugin.ts'
import { outcomeRendererPlugin } from './outcome/outcome-renderer-plugin.ts'
import { panelPlugin } from './panel/panel-plugin.ts'
import { reformPlugin } from './reform/reform-plugin.ts'
import { statusPlugin } from './status/status-plugin.ts'

export default [
  enginePlugin,
  documentsPlugin,
  reformPlugin,
  panelPlugin,
  householdPlugin,
  dataPlugin,
  comparePlugin,
  statusPlugin,
  outcomeRendererPlugin,
]
