import type { Event } from 'vscode';

/** A tail view for who opened it: whether it still reads, and how to end that. */
export interface OpenedTail {
  /** False once it was stopped, came to its end, failed or was closed. */
  readonly reading: boolean;
  /** Reading has ended, or begun again. */
  readonly onDidChangeReading: Event<void>;
  /** Ends reading; what was read stays. */
  stop(): void;
  /** Brings the view to the front. */
  reveal(): void;
}
