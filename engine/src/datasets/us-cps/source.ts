/** Which published files `us-cps` is made from, and the hashes that say they are the ones. */
export const source = {
  package: 'taxcalc',
  version: '6.8.0',
  /** The source archive is this release's only file on the package index. */
  archive: {
    name: 'taxcalc-6.8.0.tar.gz',
    sha256: '3813377ba9c5a4cdc1854093dff84f3d942ae6cd16593e142daf37bf385db024',
  },
  files: {
    'taxcalc/cps.csv.gz': '492ead49db94fc4bb4109c33a6c9679aa32c41042e715333cc84df1fe49e578d',
    'taxcalc/cps_weights.csv.gz': 'b40315dc954bab963536b7310593564b9ca8f50a55d1e41188717c1396bb7991',
    'taxcalc/growfactors.csv': '80a486faca67f4e82d9160489ca4799b396da33ce1169100290e1eb4182adbf0',
  },
} as const

/** The year the records' amounts are in, and the last one there are weights and growth factors for. */
export const firstYear = 2014
export const lastYear = 2036
