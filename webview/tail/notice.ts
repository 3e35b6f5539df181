import type { TailStatus } from '../../src/protocol/tailStatus.ts';
import type { TailPlan } from '../../src/protocol/tailPlan.ts';
import type { TailStrings } from '../../src/protocol/tailStrings.ts';
import { createButton, createProgressRing } from '../shared/controls.ts';
import { element } from '../shared/element.ts';
import { fill } from '../shared/formats.ts';
import { iconButton } from '../shared/iconButton.ts';
import type { PlanText } from './planText.ts';
import { behind, isInterrupted } from './readingState.ts';

export interface NoticeEvents {
  /** Read again, from where it was or from the beginning. */
  again(): void;
  readFromBeginning(): void;
  resume(): void;
}

interface Said {
  readonly title: string;
  readonly help?: string | undefined;
  readonly look?: 'busy' | 'failed';
  readonly action?: { readonly label: string; run: () => void };
}

/**
 * What stands in place of rows while there are none, and the bar over them when something is wrong: says what
 * is the matter and offers what to do, in the view and not in a toast.
 */
export class Notice {
  /** In the grid's place. */
  readonly empty = element('div', 'notice');
  /** Over the grid, which keeps its rows. */
  readonly banner = element('div', 'banner');
  readonly #cluster: string;
  readonly #topic: string;
  readonly #strings: TailStrings;
  readonly #text: PlanText;
  readonly #events: NoticeEvents;
  #emptyKey = '';
  #bannerKey = '';
  #dismissed = '';
  #told: string | undefined;

  constructor(
    cluster: string,
    topic: string,
    strings: TailStrings,
    text: PlanText,
    events: NoticeEvents,
  ) {
    this.#text = text;
    this.#cluster = cluster;
    this.#topic = topic;
    this.#strings = strings;
    this.#events = events;
    this.empty.hidden = true;
    this.banner.hidden = true;
  }

  /** Shows a sentence in the banner until the next one or until the user puts it away. */
  tell(text: string): void {
    this.#told = text;
    this.#dismissed = '';
    this.#showBanner(text, false);
  }

  update(status: TailStatus, plan: TailPlan): void {
    const hasRows = status.endRow > status.firstRow;
    const said = hasRows ? undefined : this.#saidOfNothing(status, plan);
    this.#showEmpty(said);
    const failed = status.state === 'failed';
    const message = said?.help === status.message ? undefined : status.message;
    this.#showBanner(message ?? this.#told, failed);
  }

  #saidOfNothing(status: TailStatus, { from, filter }: TailPlan): Said {
    const strings = this.#strings;
    const again = { label: strings.tryAgain, run: () => this.#events.again() };
    const fromBeginning = {
      label: strings.readFromBeginning,
      run: () => this.#events.readFromBeginning(),
    };
    if (status.view && status.view.held > 0) {
      const { stillLooking, noLoadedMatch: title, noLoadedMatchHelp: help } = strings;
      return status.view.looking ? { title: stillLooking, look: 'busy' } : { title, help };
    }
    switch (status.state) {
      case 'starting':
        return { title: fill(strings.connectingTo, this.#cluster), look: 'busy' };
      case 'failed':
        return {
          title: strings.cannotRead,
          help: status.message,
          look: 'failed',
          action: again,
        };
      case 'paused':
        return {
          title: strings.pausedEmpty,
          action: { label: strings.resume, run: () => this.#events.resume() },
        };
      case 'stopped':
        return {
          title: strings.stoppedEmpty,
          help: status.message,
          action: { label: strings.start, run: () => this.#events.again() },
        };
      case 'reading':
        if (isInterrupted(status)) {
          const help = status.partitions[0]?.problem;
          return { title: strings.interrupted, help, look: 'busy' };
        }
        if (behind(status.partitions).records > 0n) {
          return { title: strings.stillLoading, look: 'busy' };
        }
        if (filter) return { title: fill(strings.noMatch, this.#topic) };
        return from.kind === 'beginning'
          ? { title: fill(strings.emptyTopic, this.#topic), help: strings.emptyTopicHelp }
          : {
              title:
                from.kind === 'now'
                  ? fill(strings.waiting, this.#topic)
                  : fill(strings.noneSince, this.#topic, this.#text.from(from)),
              help: strings.waitingHelp,
              action: fromBeginning,
            };
    }
  }

  #showEmpty(said: Said | undefined): void {
    const key = said ? JSON.stringify([said.title, said.help, said.action?.label]) : '';
    if (key === this.#emptyKey) return;
    this.#emptyKey = key;
    this.empty.hidden = !said;
    this.empty.replaceChildren();
    if (!said) return;
    this.empty.classList.toggle('failed', said.look === 'failed');
    if (said.look === 'busy') this.empty.append(createProgressRing());
    this.empty.append(element('p', 'notice-title', said.title));
    if (said.help) this.empty.append(element('p', 'dim', said.help));
    if (said.action) {
      this.empty.append(createButton(said.action.label, said.action.run, 'primary').element);
    }
  }

  #showBanner(message: string | undefined, failed: boolean): void {
    const key = message === undefined || message === this.#dismissed ? '' : `${failed} ${message}`;
    this.banner.hidden = key === '';
    if (key === this.#bannerKey) return;
    this.#bannerKey = key;
    this.banner.classList.toggle('failed', failed);
    this.banner.replaceChildren(element('span', 'banner-text', message ?? ''));
    const { tryAgain, dismiss } = this.#strings;
    this.banner.append(
      failed
        ? createButton(tryAgain, () => this.#events.again()).element
        : iconButton('close', dismiss, () => {
            this.#dismissed = message ?? '';
            this.#told = undefined;
            this.banner.hidden = true;
          }),
    );
  }
}
