/** Puts the panel's reform into a notebook: a click asks the command, a drag drops the cell where the hand lets go. */
import { MimeData } from '@lumino/coreutils'
import { Drag } from '@lumino/dragdrop'
import { useServices } from '../react/services.tsx'

/** What notebooks take as cells that are dropped on them. */
const CELLS = 'application/vnd.jupyter.cells'
/** Pixels from which a press is a drag. */
const AWAY = 5

export interface InsertCellButtonProps {
  /** Why there is no place for a cell; undefined where there is one. */
  readonly reason?: string
  source(): string
  onInsert(): void
}

export function InsertCellButton({ reason, source, onInsert }: InsertCellButtonProps) {
  const { trans } = useServices()
  const hint = trans.__('Puts Python that computes this into the open notebook; or drag it there')
  const press = (down: React.MouseEvent) => {
    const from = { x: down.clientX, y: down.clientY }
    const stop = () => {
      document.removeEventListener('mousemove', move, true)
      document.removeEventListener('mouseup', stop, true)
    }
    const move = (event: MouseEvent) => {
      if (Math.hypot(event.clientX - from.x, event.clientY - from.y) < AWAY) return
      stop()
      void dragCell(source(), event.clientX, event.clientY)
    }
    document.addEventListener('mousemove', move, true)
    document.addEventListener('mouseup', stop, true)
  }
  return (
    <button
      type="button"
      className="rl-Button"
      aria-disabled={reason !== undefined}
      title={reason === undefined ? hint : `${reason} ${trans.__('It can also be dragged into one.')}`}
      onMouseDown={press}
      onClick={() => reason === undefined && onInsert()}
    >
      {trans.__('Insert as cell')}
    </button>
  )
}

async function dragCell(source: string, x: number, y: number): Promise<void> {
  const mimeData = new MimeData()
  const cell = { cell_type: 'code', metadata: { trusted: true }, source, outputs: [], execution_count: null }
  mimeData.setData(CELLS, [cell])
  mimeData.setData('text/plain', source)
  const drag = new Drag({ mimeData, supportedActions: 'copy-move', proposedAction: 'copy', source: null })
  await drag.start(x, y)
  drag.dispose()
}
