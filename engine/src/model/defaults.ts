/** The year that is meant when none is given. */
export const DEFAULT_YEAR = 2026
/** The population that is meant when none is named. */
export const DEFAULT_DATASET = 'us-cps'
/** Dollars of earnings a year more at which a cliff is looked for when nothing is said. */
export const DEFAULT_REACH = 2000
