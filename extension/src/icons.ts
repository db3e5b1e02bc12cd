import { LabIcon } from '@jupyterlab/ui-components'

/** Scales: what is weighed is who gains and who pays. */
export const reformIcon = new LabIcon({
  name: 'reformlab:reform',
  svgstr:
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 24 24"><g class="jp-icon3" fill="#616161">' +
    '<path d="M11 3h2v2.1l6 1.2 3 7.7a4 3.6 0 0 1-8 0l2.6-6.6L13 6.9V19h5v2H6v-2h5V6.9L7.4 7.4 10 14a4 3.6 0 0 1-8 0' +
    'l3-7.7 6-1.2zM4.2 14h3.6L6 9.4zm12 0h3.6L18 9.4z"/></g></svg>',
})

/** Three columns of different height on one line. */
export const compareIcon = new LabIcon({
  name: 'reformlab:compare',
  svgstr:
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 24 24"><path class="jp-icon3" fill="#616161" ' +
    'd="M3 20h18v1.5H3zM4 11h4v8H4zm6-7h4v15h-4zm6 10h4v5h-4z"/></svg>',
})

/** A house. */
export const householdIcon = new LabIcon({
  name: 'reformlab:household',
  svgstr:
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 24 24"><path class="jp-icon3" fill="#616161" ' +
    'd="M12 3 2 12h3v8h6v-6h2v6h6v-8h3zm0 2.7 5 4.5V18h-2v-6H9v6H7v-7.8z"/></svg>',
})

/** A table beside a histogram's bars. */
export const dataIcon = new LabIcon({
  name: 'reformlab:data',
  svgstr:
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 24 24"><path class="jp-icon3" fill="#616161" ' +
    'd="M3 3h18v18H3zm2 2v3h14V5zm0 5v9h14v-9zm2 4h2v4H7zm4-2h2v6h-2zm4 3h2v3h-2z"/></svg>',
})
