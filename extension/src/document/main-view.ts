/** Views of ours in the main area that are no files: each with its command, in palette and launcher, and restored. */
import type { ILayoutRestorer, JupyterFrontEnd } from '@jupyterlab/application'
import { type ICommandPalette, MainAreaWidget, WidgetTracker } from '@jupyterlab/apputils'
import type { ILauncher } from '@jupyterlab/launcher'
import type { TranslationBundle } from '@jupyterlab/translation'
import type { LabIcon } from '@jupyterlab/ui-components'
import type { ReadonlyJSONObject, ReadonlyPartialJSONObject } from '@lumino/coreutils'
import type { ISignal } from '@lumino/signaling'
import type { ReactElement } from 'react'
import { LazyWidget } from '../react/lazy-widget.ts'
import type { Words } from './document-kind.ts'

export interface ViewKind extends Words {
  readonly command: string
  /** That of its place in the layout; what is shown has it as its class, `rl-…View`. */
  readonly name: string
  readonly title: string
  readonly icon: LabIcon
  /** Its place in the launcher. */
  readonly rank: number
  /** Whether the command goes to the one that is there. */
  readonly isOne: boolean
  /** What the command can be told, as properties of a JSON schema. */
  readonly properties: ReadonlyJSONObject
  /** What is shown of `kept`, which is what the command was told or `keep` before the page was left. */
  open(kept: ReadonlyPartialJSONObject, host: ViewHost): Promise<ReactElement>
}

export interface ViewHost {
  readonly disposed: ISignal<unknown, void>
  keep(kept: ReadonlyPartialJSONObject): void
}

export interface ViewPlaces {
  readonly app: JupyterFrontEnd
  readonly palette: ICommandPalette | null
  readonly launcher: ILauncher | null
  readonly restorer: ILayoutRestorer | null
  readonly trans: TranslationBundle
}

class MainView extends MainAreaWidget<LazyWidget> {
  kept: ReadonlyPartialJSONObject = {}
}

export function addMainView({ app, palette, launcher, restorer, trans }: ViewPlaces, kind: ViewKind): void {
  const { command, name, title, label, caption, icon, rank, properties } = kind
  const tracker = new WidgetTracker<MainView>({ namespace: `reformlab-${name.toLowerCase()}` })
  let count = 0
  app.commands.addCommand(command, {
    label: ({ isLauncher }) => (isLauncher ? title : label),
    caption,
    icon,
    describedBy: { args: { type: 'object', properties } },
    execute: args => {
      const view = (kind.isOne && tracker.currentWidget) || make(args)
      if (!view.isAttached) app.shell.add(view, 'main')
      app.shell.activateById(view.id)
    },
  })
  palette?.addItem({ command, category: trans.__('Reformlab') })
  launcher?.add({ command, category: trans.__('Other'), rank, args: { isLauncher: true } })
  void restorer?.restore(tracker, { command, args: ({ kept }) => kept, name: ({ id }) => id })

  function make(args: ReadonlyPartialJSONObject): MainView {
    const keep = (kept: ReadonlyPartialJSONObject) => {
      view.kept = kept
      void tracker.save(view)
    }
    const content: LazyWidget = new LazyWidget(() => kind.open(args, { disposed: content.disposed, keep }))
    const view = new MainView({ content })
    view.kept = args
    view.id = `${tracker.namespace}-${++count}`
    view.title.label = title
    view.title.icon = icon
    content.addClass(`rl-${name}View`)
    view.toolbar.hide()
    void tracker.add(view)
    return view
  }
}
