/** The panel of the reform in front, or what to do where there is none. */
import { UseSignal } from '@jupyterlab/apputils'
import type { INotebookTracker } from '@jupyterlab/notebook'
import type { TranslationBundle } from '@jupyterlab/translation'
import type { CommandRegistry } from '@lumino/commands'
import type { ReactNode } from 'react'
import { InsertCellButton } from '../cell/insert-cell-button.tsx'
import { pythonCell } from '../cell/python-cell.ts'
import type { IEngine } from '../engine/engine-plugin.ts'
import { ErrorBoundary } from '../react/error-boundary.tsx'
import { ServicesProvider, useServices } from '../react/services.tsx'
import { useModelCard } from '../react/use-model-card.ts'
import { compareCommands, commands as ids } from '../reform/command-ids.ts'
import type { ReformModel } from '../reform/reform-model.ts'
import type { IReformTracker } from '../reform/reform-tracker.ts'
import { EngineNotice } from './engine-notice.tsx'
import { ReformPanel } from './reform-panel.tsx'

export interface PanelBodyOptions {
  readonly engine: IEngine
  readonly tracker: IReformTracker
  readonly notebooks: INotebookTracker | null
  readonly commands: CommandRegistry
  readonly trans: TranslationBundle
}

export function panelBody({ engine, tracker, notebooks, commands, trans }: PanelBodyOptions) {
  const insertCell = (model: ReformModel) =>
    notebooks && (
      <OfOurLaw>
        <UseSignal signal={notebooks.currentChanged}>
          {() => (
            <InsertCellButton
              reason={notebooks.currentWidget ? undefined : trans.__('No notebook is open.')}
              source={() => pythonCell(model.text, model.subject)}
              onInsert={() => void commands.execute(ids.insertCell)}
            />
          )}
        </UseSignal>
      </OfOurLaw>
    )
  const current = () => {
    const widget = tracker.currentWidget
    if (!widget) return <NoReform onCreate={() => void commands.execute(ids.create)} />
    const { model } = widget.content
    return (
      <ReformPanel
        key={widget.id}
        model={model}
        insertCell={insertCell(model)}
        onCompare={() => void commands.execute(compareCommands.compare)}
      />
    )
  }
  return (
    <ServicesProvider value={{ engine, trans }}>
      <EngineNotice
        isSaid={({ code }) => {
          const state = tracker.currentWidget?.content.model.outcomes.state
          return state?.kind === 'failed' && state.error.code === code
        }}
      />
      <UseSignal signal={tracker.currentChanged}>
        {() => <ErrorBoundary key={tracker.currentWidget?.id}>{current()}</ErrorBoundary>}
      </UseSignal>
    </ServicesProvider>
  )
}

/** What a country package cannot. */
function OfOurLaw({ children }: { readonly children: ReactNode }) {
  return useModelCard()?.kind === 'package' ? null : children
}

function NoReform({ onCreate }: { onCreate(): void }) {
  const { trans } = useServices()
  return (
    <div className="rl-Panel">
      <h2>{trans.__('Change the law and watch who gains')}</h2>
      <p>
        {trans.__(
          'A reform is a file: make one, find parameters of the law in it and move them. Files that end in .reform.yaml open here.',
        )}
      </p>
      <button type="button" className="rl-Button rl-Primary" onClick={onCreate}>
        {trans.__('New reform')}
      </button>
    </div>
  )
}
