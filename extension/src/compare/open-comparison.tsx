import type { IDocumentManager } from '@jupyterlab/docmanager'
import { FileDialog, type IDefaultFileBrowser } from '@jupyterlab/filebrowser'
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime'
import type { Contents } from '@jupyterlab/services'
import type { TranslationBundle } from '@jupyterlab/translation'
import type { ReadonlyPartialJSONObject } from '@lumino/coreutils'
import type { ViewHost } from '../document/main-view.ts'
import type { IEngine } from '../engine/engine-plugin.ts'
import type { SessionSubject } from '../engine/live-session.ts'
import type { IReformTracker } from '../reform/reform-tracker.ts'
import { Comparison, type KeptComparison } from './comparison.ts'
import { comparisonView } from './comparison-view.tsx'
import type { ReformFiles } from './reform-chooser.tsx'

export interface OpenComparisonOptions {
  readonly engine: IEngine
  readonly reforms: IReformTracker
  readonly contents: Contents.IManager
  readonly documents: IDocumentManager | null
  readonly browser: IDefaultFileBrowser | null
  readonly rendermime: IRenderMimeRegistry | null
  readonly trans: TranslationBundle
  /** What they are shown on where no reform is open. */
  readonly subject: SessionSubject
}

const isReform = (path: string) => /\.reform\.ya?ml$/.test(path)

/** The view of a comparison, of what is kept or else of the reforms that are open. */
export function openComparison(
  { engine, reforms, contents, documents, browser, rendermime, trans, subject }: OpenComparisonOptions,
  kept: ReadonlyPartialJSONObject,
  host: ViewHost,
) {
  const comparison = new Comparison(
    { client: engine.client, contents },
    reforms,
    wanted(kept, reforms, subject),
  )
  void engine.model.fit(comparison.subject).then(
    fitted => comparison.setSubject(fitted),
    () => {},
  )
  comparison.changed.connect(() => host.keep({ ...comparison.kept, paths: [...comparison.kept.paths] }))
  host.disposed.connect(() => comparison.dispose())
  const files: ReformFiles = {
    async list() {
      const { content } = await contents.get(browser?.model.path ?? '', { content: true })
      const found = content as readonly Contents.IModel[]
      return found.map(({ path }) => path).filter(isReform)
    },
    choose: documents
      ? async () => {
          const { value } = await FileDialog.getOpenFiles({
            manager: documents,
            title: trans.__('Reforms to compare'),
            filter: ({ type, path }) => (type === 'directory' || isReform(path) ? {} : null),
          })
          return (value ?? []).map(({ path }) => path).filter(isReform)
        }
      : undefined,
  }
  return comparisonView({ comparison, files, engine, rendermime, trans })
}

/** What a layout or a command says; else the reforms that are open, as the one in front is shown. */
function wanted(
  { paths, year, dataset, convention }: ReadonlyPartialJSONObject,
  reforms: IReformTracker,
  subject: SessionSubject,
): KeptComparison {
  const front = reforms.currentWidget?.content.model.subject ?? subject
  const open: string[] = []
  reforms.forEach(({ context }) => void open.push(context.path))
  return {
    year: typeof year === 'number' ? year : front.year,
    dataset: typeof dataset === 'string' ? dataset : front.dataset,
    convention: typeof convention === 'string' ? convention : front.convention,
    paths: Array.isArray(paths) ? paths.map(String) : open,
  }
}
