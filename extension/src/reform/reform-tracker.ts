/** The reforms that are open, and the one everything else follows. */

import type { IWidgetTracker } from '@jupyterlab/apputils'
import type { DocumentWidget } from '@jupyterlab/docregistry'
import { Token } from '@lumino/coreutils'
import type { ImpactView } from '../impact/impact-view.tsx'

/** A reform file with its impact. */
export type ReformWidget = DocumentWidget<ImpactView>

export type IReformTracker = IWidgetTracker<ReformWidget>

export const IReformTracker = new Token<IReformTracker>(
  '@reformlab/labextension:IReformTracker',
  'The reform files that are open. `currentWidget.content.model` is the reform everything follows.',
)
