/** The panel at the side; it follows the reform that is open in the main area. */
import { ILayoutRestorer, type JupyterFrontEnd, type JupyterFrontEndPlugin } from '@jupyterlab/application'
import { ICommandPalette } from '@jupyterlab/apputils'
import { INotebookTracker } from '@jupyterlab/notebook'
import { ITranslator, nullTranslator } from '@jupyterlab/translation'
import { SidePanel } from '@jupyterlab/ui-components'
import { IEngine } from '../engine/engine-plugin.ts'
import { reformIcon } from '../icons.ts'
import { LazyWidget } from '../react/lazy-widget.ts'
import { commands } from '../reform/command-ids.ts'
import { IReformTracker, REFORM_FACTORY } from '../reform/reform-tracker.ts'

export const panelPlugin: JupyterFrontEndPlugin<void> = {
  id: '@reformlab/labextension:panel',
  description: 'Changes the open reform: finds parameters of the law and moves them.',
  autoStart: true,
  requires: [IReformTracker],
  optional: [INotebookTracker, ICommandPalette, ILayoutRestorer, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    tracker: IReformTracker,
    notebooks: INotebookTracker | null,
    palette: ICommandPalette | null,
    restorer: ILayoutRestorer | null,
    translator: ITranslator | null,
  ): void => {
    const trans = (translator ?? nullTranslator).load('reformlab')
    const panel = new SidePanel()
    panel.id = 'reformlab-panel'
    panel.title.icon = reformIcon
    panel.title.caption = trans.__('Reform')
    panel.node.setAttribute('role', 'region')
    panel.node.setAttribute('aria-label', trans.__('Reform'))
    const body = new LazyWidget(async () => {
      const { panelBody } = await import('./panel-body.tsx')
      const engine = await app.resolveRequiredService(IEngine)
      return panelBody({ engine, tracker, notebooks, commands: app.commands, trans })
    })
    body.addClass('rl-PanelBody')
    body.title.label = trans.__('Reform')
    panel.addWidget(body)
    app.shell.add(panel, 'left', { rank: 450, type: 'Reform' })
    restorer?.add(panel, panel.id)
    app.commands.addCommand(commands.showPanel, {
      label: trans.__('Show Reform Panel'),
      caption: trans.__('Show the panel that changes the open reform'),
      icon: reformIcon,
      describedBy: { args: { type: 'object', properties: {} } },
      execute: () => app.shell.activateById(panel.id),
    })
    palette?.addItem({ command: commands.showPanel, category: trans.__('Reformlab') })
    // What somebody opens comes with its controls; what is restored leaves the sidebar as it was.
    const show = () => void app.commands.execute(commands.showPanel)
    void app.restored.then(() =>
      app.docRegistry.getWidgetFactory(REFORM_FACTORY)?.widgetCreated.connect(show),
    )
  },
}
