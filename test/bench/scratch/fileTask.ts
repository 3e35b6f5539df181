/** One run of a PRODUCER block with a file. */
export interface FileTask {
  readonly bootstrapServers: readonly string[];
  /** Lines of `key:value`. */
  readonly path: string;
}

/** What it took. */
export interface FileFigures {
  readonly ms: number;
  /** Highest resident set of the whole process. */
  readonly peakMb: number;
}
