import type { ISettingRegistry } from '@jupyterlab/settingregistry'
import { defaultConvention, defaultDataset } from '../defaults.ts'
import type { SessionSubject } from '../engine/live-session.ts'
import { REFORM_PLUGIN } from './reform-tracker.ts'

const FALLBACK_YEAR = 2026

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
