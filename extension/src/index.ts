/** The plugins of the extension, each small; JupyterLab starts them as what they need is there. */
import { enginePlugin } from './engine/engine-plugin.ts'
import { householdPlugin } from './household/household-plugin.ts'
import { outcomeRendererPlugin } from './outcome/outcome-renderer-plugin.ts'
import { panelPlugin } from './panel/panel-plugin.tsx'
import { reformCommandsPlugin } from './reform/reform-commands.ts'
import { reformPlugin } from './reform/reform-plugin.ts'
import { statusPlugin } from './status/status-plugin.tsx'

export default [
  enginePlugin,
  reformPlugin,
  reformCommandsPlugin,
  panelPlugin,
  householdPlugin,
  statusPlugin,
  outcomeRendererPlugin,
]
