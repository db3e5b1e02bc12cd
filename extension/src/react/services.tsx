/** What components need of JupyterLab and of the engine. */
import type { TranslationBundle } from '@jupyterlab/translation'
import { createContext, useContext } from 'react'
import type { IEngine } from '../engine/engine-plugin.ts'
import '../../style/index.css'

export interface Services {
  readonly engine: IEngine
  readonly trans: TranslationBundle
}

const ServicesContext = createContext<Services | undefined>(undefined)

export const ServicesProvider = ServicesContext.Provider

export function useServices(): Services {
  const services = useContext(ServicesContext)
  if (!services) throw new Error('a component stands outside ServicesProvider')
  return services
}
