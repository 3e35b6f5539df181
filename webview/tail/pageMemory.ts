import type { TailPageState } from '../../src/protocol/tailPageState.ts';
import type { VscodeApi } from '../shared/vscodeApi.ts';

const delayMs = 250;

/** Keeps the page's state with VS Code: soon after a change, and at once when the page goes. */
export class PageMemory {
  readonly #api: VscodeApi;
  readonly #state: () => TailPageState;
  #timer: number | undefined;

  /** @param state what to keep, asked for when it is written */
  constructor(api: VscodeApi, state: () => TailPageState) {
    this.#api = api;
    this.#state = state;
    window.addEventListener('pagehide', () => this.#write());
  }

  changed(): void {
    this.#timer ??= window.setTimeout(() => this.#write(), delayMs);
  }

  #write(): void {
    window.clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#api.setState(this.#state());
  }
}
