import type { JupyterFrontEnd } from '@jupyterlab/application'
import { ReactWidget } from '@jupyterlab/apputils'
import type { IRenderMime } from '@jupyterlab/rendermime'
import type { ReactElement } from 'react'
import { IEngine } from '../engine/engine-plugin.ts'
import type { OutcomeOptions } from './outcome-view.tsx'

export const OUTCOME = 'application/vnd.reformlab.outcome+json'

type Services = Omit<OutcomeOptions, 'outcome' | 'engine'>

/** Shows an outcome; its code comes with the first one. */
export class OutcomeRenderer extends ReactWidget implements IRenderMime.IRenderer {
  readonly #app: JupyterFrontEnd
  readonly #services: Services
  #view: ReactElement | null = null

  constructor(app: JupyterFrontEnd, services: Services) {
    super()
    this.#app = app
    this.#services = services
    this.addClass('rl-Outcome')
  }

  async renderModel(model: IRenderMime.IMimeModel): Promise<void> {
    const { outcomeView } = await import('./outcome-view.tsx')
    const engine = await this.#app.resolveRequiredService(IEngine)
    this.#view = outcomeView({ ...this.#services, engine, outcome: model.data[OUTCOME] })
    this.update()
    await this.renderPromise
  }

  protected render(): ReactElement | null {
    return this.#view
  }
}
