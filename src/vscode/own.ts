/** Anything that must be disposed. VS Code's `Disposable` is a class; ours need not be instances of it. */
export interface Disposes {
  dispose(): unknown;
}

/** Takes what shall be disposed with the extension, last taken first disposed. */
export type Own = (what: Disposes) => void;
