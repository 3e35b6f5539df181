import type { RecordDetails } from '../../src/protocol/recordDetails.ts';
import type { CopyForm } from '../../src/protocol/tailCopy.ts';
import type { TailStrings } from '../../src/protocol/tailStrings.ts';
import { createButton } from '../shared/controls.ts';
import { element } from '../shared/element.ts';
import type { MenuItem } from '../shared/menu.ts';
import { MenuButton } from '../shared/menuButton.ts';

/** What the user does with the record that is shown. */
export interface RecordEvents {
  copy(form: CopyForm, columns?: readonly string[]): void;
  open(part: 'key' | 'value'): void;
  produceAgain(): void;
  /** What a menu offers to compare the record with another. */
  compareItems(): readonly MenuItem[];
  nextSameKey(): void;
  showAround(): void;
  showAsColumn(): void;
  /** Shows that field as a column, by its path. */
  showColumn(path: string): void;
}

const confirmMs = 1_500;

/** The actions under a record's details. */
export class RecordBar {
  readonly element = element('div', 'actions');
  readonly #strings: TailStrings;
  readonly #copy: MenuButton;
  #shown: RecordDetails | undefined;
  #part: 'key' | 'value' = 'value';
  #confirmed: number | undefined;

  constructor(strings: TailStrings, events: RecordEvents) {
    this.#strings = strings;
    this.#copy = new MenuButton(strings.copy, () => [
      {
        label: strings.copyValue,
        disabled: !this.#has('value'),
        run: () => events.copy('cells', ['value']),
      },
      {
        label: strings.copyKey,
        disabled: !this.#has('key'),
        run: () => events.copy('cells', ['key']),
      },
      {
        label: strings.copyHeaders,
        disabled: !this.#shown?.headerCount,
        run: () => events.copy('cells', ['headers']),
      },
      { label: strings.copyJson, separated: true, run: () => events.copy('json') },
      { label: strings.copyBlock, run: () => events.copy('block') },
      { label: strings.copyKcat, run: () => events.copy('kcat') },
      { label: strings.copyConsole, run: () => events.copy('console') },
      { label: strings.copyLink, run: () => events.copy('link') },
    ]);
    const more = new MenuButton(strings.more, () => [
      ...events.compareItems(),
      {
        label: strings.nextSameKey,
        disabled: this.#shown?.key.kind === 'null',
        separated: true,
        run: () => events.nextSameKey(),
      },
      { label: strings.showAround, run: () => events.showAround() },
      { label: strings.showAsColumn, separated: true, run: () => events.showAsColumn() },
    ]);
    this.element.append(
      createButton(strings.produceAgain, () => events.produceAgain(), 'primary').element,
      createButton(strings.openInEditor, () => events.open(this.#part)).element,
      this.#copy.element,
      more.element,
    );
  }

  /** @param tab of the details: on the key's, an editor opens the key */
  update(details: RecordDetails, tab: string): void {
    this.#shown = details;
    this.#part = tab === 'key' ? 'key' : 'value';
  }

  /** Says on the button that the clipboard has it. */
  confirmCopied(): void {
    this.#copy.setLabel(this.#strings.copied);
    window.clearTimeout(this.#confirmed);
    this.#confirmed = window.setTimeout(() => this.#copy.setLabel(this.#strings.copy), confirmMs);
  }

  #has(part: 'key' | 'value'): boolean {
    const kind = this.#shown?.[part].kind;
    return kind !== 'null' && kind !== 'tombstone';
  }
}
