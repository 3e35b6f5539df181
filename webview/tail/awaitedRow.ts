import type { TailPageState } from '../../src/protocol/tailPageState.ts';

/** The row that the host wants shown: once, as soon as it has been read. */
export class AwaitedRow {
  #row: number | undefined;
  #revealed: number | undefined;
  /** The record that the host reveals first was at the top edge before, not selected. */
  #restoresTop: boolean;

  /**
   * @param saved what the page kept
   * @param same the host is still at the epoch in which it was kept
   */
  constructor(saved: TailPageState | undefined, same: boolean) {
    this.#revealed = same ? saved?.revealed : undefined;
    this.#restoresTop = !same && saved?.place !== undefined && saved.selected === undefined;
  }

  /** The row that was shown last, not to be shown again with the page. */
  get revealed(): number | undefined {
    return this.#revealed;
  }

  /** Waits for a row, unless it is the one that was shown last. */
  expect(row: number): void {
    if (row !== this.#revealed) this.#row = row;
  }

  /** Rows mean something else from now on. @param row the one to show among them */
  begin(row: number | undefined): void {
    this.#row = row;
    this.#revealed = undefined;
  }

  /** The row, once it is among those before `endRow`, and whether only the view goes there: nothing is selected. */
  take(endRow: number): { readonly row: number; readonly top: boolean } | undefined {
    const row = this.#row;
    if (row === undefined || row >= endRow) return undefined;
    this.#row = undefined;
    this.#revealed = row;
    const top = this.#restoresTop;
    this.#restoresTop = false;
    return { row, top };
  }
}
