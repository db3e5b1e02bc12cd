/** Reform files: `*.reform.yaml` opens as its impact, and is saved like any file. */
import { ILayoutRestorer, type JupyterFrontEnd, type JupyterFrontEndPlugin } from '@jupyterlab/application'
import { createToolbarFactory, IToolbarWidgetRegistry, WidgetTracker } from '@jupyterlab/apputils'
import { IRenderMimeRegistry } from '@jupyterlab/rendermime'
import { ISettingRegistry } from '@jupyterlab/settingregistry'
import { ITranslator, nullTranslator } from '@jupyterlab/translation'
import { defaultConvention, defaultDataset } from '../defaults.ts'
import { IEngine } from '../engine/engine-plugin.ts'
import type { SessionSubject } from '../engine/live-session.ts'
import { reformIcon } from '../icons.ts'
import { IReformTracker, type ReformWidget } from './reform-tracker.ts'
import { ReformWidgetFactory } from './reform-widget-factory.ts'

export const REFORM_PLUGIN = '@reformlab/labextension:reforms'
const FACTORY = 'Reform'
const FILE_TYPE = 'reformlab-reform'
const FALLBACK_YEAR = 2026

export const reformPlugin: JupyterFrontEndPlugin<IReformTracker> = {
  id: REFORM_PLUGIN,
  description: 'Opens reform files as their impact on a population, and keeps them as documents.',
  autoStart: true,
  requires: [IEngine],
  optional: [IRenderMimeRegistry, ISettingRegistry, IToolbarWidgetRegistry, ILayoutRestorer, ITranslator],
  provides: IReformTracker,
  activate: (
    app: JupyterFrontEnd,
    engine: IEngine,
    rendermime: IRenderMimeRegistry | null,
    settings: ISettingRegistry | null,
    toolbars: IToolbarWidgetRegistry | null,
    restorer: ILayoutRestorer | null,
    translator: ITranslator | null,
  ): IReformTracker => {
    const trans = (translator ?? nullTranslator).load('reformlab')
    const tracker = new WidgetTracker<ReformWidget>({ namespace: 'reformlab-reforms' })
    const subject = liveSubject(settings)
    app.docRegistry.addFileType({
      name: FILE_TYPE,
      displayName: trans.__('Reform'),
      extensions: ['.reform.yaml', '.reform.yml'],
      mimeTypes: ['application/vnd.reformlab.reform+yaml'],
      fileFormat: 'text',
      contentType: 'file',
      icon: reformIcon,
    })
    const factory = new ReformWidgetFactory(
      {
        name: FACTORY,
        label: trans.__('Reform'),
        modelName: 'text',
        fileTypes: [FILE_TYPE],
        defaultFor: [FILE_TYPE],
        ...(toolbars && settings
          ? {
              toolbarFactory: createToolbarFactory(
                toolbars,
                settings,
                FACTORY,
                REFORM_PLUGIN,
                translator ?? nullTranslator,
              ),
            }
          : {}),
      },
      { engine, rendermime, trans, subject },
    )
    factory.widgetCreated.connect((_, widget) => {
      widget.context.pathChanged.connect(() => void tracker.save(widget))
      void tracker.add(widget)
    })
    app.docRegistry.addWidgetFactory(factory)
    void restorer?.restore(tracker, {
      command: 'docmanager:open',
      args: ({ context }) => ({ path: context.path, factory: FACTORY }),
      name: ({ context }) => context.path,
    })
    return tracker
  },
}

/** What the settings say a reform is shown on at first. */
export function liveSubject(registry: ISettingRegistry | null): () => SessionSubject {
  let subject = { year: FALLBACK_YEAR, dataset: defaultDataset, convention: defaultConvention }
  void registry?.load(REFORM_PLUGIN).then(settings => {
    const read = () => {
      const { year, dataset, convention } = settings.composite as Partial<SessionSubject>
      subject = {
        year: year ?? subject.year,
        dataset: dataset ?? subject.dataset,
        convention: convention ?? subject.convention,
      }
    }
    read()
    settings.changed.connect(read)
  })
  return () => subject
}
