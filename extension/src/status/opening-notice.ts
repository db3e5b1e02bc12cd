/**
 * Says what a document waits for where that takes longer than one likes to: the engine's first start, the population's first
 * way here, a session that opens. The document says so too, and may not be in front.
 */
import { Notification } from '@jupyterlab/apputils'
import type { TranslationBundle } from '@jupyterlab/translation'
import type { EngineState } from '../engine/engine-monitor.ts'
import type { IEngine } from '../engine/engine-plugin.ts'
import { openingWords } from '../engine/opening-words.ts'
import type { ReformWidget } from '../reform/reform-tracker.ts'

/** Milliseconds before a word is said. */
const PATIENCE = 2000
const BETWEEN_LOOKS = 1000

/** Follows one document for as long as it is there. */
export function noticeOpening(widget: ReformWidget, engine: IEngine, trans: TranslationBundle): void {
  const { model } = widget.content
  const { outcomes } = model
  let timer: number | undefined
  let id: string | undefined
  const words = (state?: EngineState) => {
    const { title, doing } = openingWords(state, model.subject.year, trans)
    return `${widget.title.label}: ${[title, doing].filter(Boolean).join(' · ')}`
  }
  const say = async () => {
    const actions = [{ label: trans.__('Cancel'), callback: () => outcomes.close() }]
    id ??= Notification.emit(words(), 'in-progress', { autoClose: false, actions })
    const state = await engine.monitor.look()
    if (timer === undefined) return
    Notification.update({ id, message: words(state) })
    timer = window.setTimeout(() => void say(), BETWEEN_LOOKS)
  }
  const end = () => {
    window.clearTimeout(timer)
    timer = undefined
    if (id !== undefined) Notification.dismiss(id)
    id = undefined
  }
  const follow = () => {
    if (outcomes.state.kind !== 'opening') end()
    else timer ??= window.setTimeout(() => void say(), PATIENCE)
  }
  outcomes.changed.connect(follow)
  widget.disposed.connect(end)
  follow()
}
