/** Hands a file to the browser; `url` may hold its content. */
export function download(name: string, url: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
}

export function downloadText(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  download(name, url)
  window.setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
