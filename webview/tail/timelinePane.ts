import type { TailCalls, TailPushes, TailSetup } from '../../src/protocol/tail.ts';
import type { TailStatus } from '../../src/protocol/tailStatus.ts';
import type { TailLook } from '../../src/protocol/tailLook.ts';
import type { Formats } from '../shared/formats.ts';
import type { RpcClient } from '../shared/rpcClient.ts';
import { Timeline, type TimelineEvents } from './timeline.ts';

/** Not oftener than this the counts are asked for anew. */
const pauseMs = 250;

export interface TimelinePaneEvents extends TimelineEvents {
  /** It has been shown or hidden. */
  toggled(): void;
}

/** Shows and hides the timeline, and keeps it up to date while it is shown: one call at a time, now and then. */
export class TimelinePane {
  readonly #rpc: RpcClient<TailCalls, TailPushes>;
  readonly #timeline: Timeline;
  readonly #toggled: () => void;
  /** What the status said when the counts were last asked for. */
  #asked = '';
  #busy = false;
  #status: TailStatus | undefined;

  constructor(
    rpc: RpcClient<TailCalls, TailPushes>,
    { strings, look }: Pick<TailSetup, 'strings' | 'look'>,
    formats: Formats,
    events: TimelinePaneEvents,
  ) {
    this.#rpc = rpc;
    this.#toggled = () => events.toggled();
    this.#timeline = new Timeline(strings, formats, events);
    this.element.hidden = look?.timeline !== true;
  }

  get element(): HTMLElement {
    return this.#timeline.element;
  }

  /** What there is to remember. */
  get look(): Pick<TailLook, 'timeline'> {
    return this.element.hidden ? {} : { timeline: true };
  }

  toggle(): void {
    this.element.hidden = !this.element.hidden;
    this.#toggled();
    if (this.#status) this.update(this.#status);
  }

  /** The status may have changed. */
  update(status: TailStatus): void {
    this.#status = status;
    const { epoch, firstRow, endRow, storedBytes } = status;
    const key = [epoch, firstRow, endRow, storedBytes].join();
    if (this.#busy || key === this.#asked || this.element.hidden) return;
    this.#busy = true;
    this.#asked = key;
    this.#rpc
      .call('times', undefined)
      .then(
        (counts) => this.#timeline.update(counts),
        () => undefined,
      )
      .finally(() => window.setTimeout(() => this.#goOn(), pauseMs));
  }

  #goOn(): void {
    this.#busy = false;
    if (this.#status) this.update(this.#status);
  }
}
