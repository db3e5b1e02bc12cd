import type { Impact } from '../engine/api-types.ts'
import { useServices } from '../react/services.tsx'
import { HeadlineList } from './headline-list.tsx'
import { headlines } from './headlines.ts'

/** The headline numbers side by side. */
export function HeadlineRow({ impact }: { readonly impact: Impact }) {
  const { trans } = useServices()
  return <HeadlineList headlines={headlines(impact, trans)} />
}
