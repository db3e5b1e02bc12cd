/** What a reform file that has just been made holds. */
export const emptyReform = (title: string) =>
  `reform: reformlab/1\ntitle: ${JSON.stringify(title)}\nchanges: {}\n`
