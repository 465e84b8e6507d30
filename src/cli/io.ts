/** Where a command writes. */
export interface Output {
  write(text: string): unknown
  /** Whether a person looks on as it is written. */
  isTTY?: boolean
}

/** What a command needs of the process that it runs in. Paths are taken from the working directory of that process. */
export interface Io {
  stdout: Output
  stderr: Output
  env: NodeJS.ProcessEnv
}

/** The process itself. */
export const processIo: Io = process
