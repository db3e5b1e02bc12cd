/** The reforms that are open, and the one everything else follows. */
import { Token } from '@lumino/coreutils'
import type { WidgetOf } from '../document/document-content.ts'
import type { OpenDocuments } from '../document/open-documents.ts'
import type { ReformModel } from './reform-model.ts'

/** Its id is that of the settings. */
export const REFORM_PLUGIN = '@reformlab/labextension:reforms'

/** The name of the factory. */
export const REFORM_FACTORY = 'Reform'

/** A reform file with its impact. */
export type ReformWidget = WidgetOf<ReformModel>

export type IReformTracker = OpenDocuments<ReformModel>

export const IReformTracker = new Token<IReformTracker>(
  '@reformlab/labextension:IReformTracker',
  'The reform files that are open. `currentWidget.content.model` is the reform everything follows.',
)
