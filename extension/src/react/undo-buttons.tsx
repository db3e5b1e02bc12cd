/** Undo and redo of a document's changes. */
import { useServices } from './services.tsx'

export interface Undoable {
  readonly canUndo: boolean
  readonly canRedo: boolean
  undo(): void
  redo(): void
}

export function UndoButtons({ model }: { readonly model: Undoable }) {
  const { trans } = useServices()
  return (
    <>
      <button
        type="button"
        className="rl-Button"
        disabled={!model.canUndo}
        title={
          model.canUndo ? trans.__('Take the last change back') : trans.__('There is nothing to take back')
        }
        onClick={() => model.undo()}
      >
        {trans.__('Undo')}
      </button>
      <button
        type="button"
        className="rl-Button"
        disabled={!model.canRedo}
        title={model.canRedo ? trans.__('Change it again') : trans.__('Nothing was taken back')}
        onClick={() => model.redo()}
      >
        {trans.__('Redo')}
      </button>
    </>
  )
}
