/** Lines that tell a waiting person what is being done. They go to stderr: stdout belongs to results. */
export type Progress = (line: string) => void

export const progressOnStderr: Progress = line => {
  process.stderr.write(`${line}\n`)
}

export const silent: Progress = () => {}
