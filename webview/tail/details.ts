import type { RecordDetails } from '../../src/protocol/recordDetails.ts';
import type { TailSetup } from '../../src/protocol/tail.ts';
import type { ErrorRow } from '../../src/protocol/tailRow.ts';
import type { TailStrings } from '../../src/protocol/tailStrings.ts';
import { element } from '../shared/element.ts';
import { fill, type Formats } from '../shared/formats.ts';
import { iconButton } from '../shared/iconButton.ts';
import { Tabs } from '../shared/tabs.ts';
import { ContentView } from './contentView.ts';
import { fieldMenu } from './fieldMenu.ts';
import { FormBar, type Form, type FormEvents } from './formBar.ts';
import { HeadersView } from './headersView.ts';
import { RecordBar, type RecordEvents } from './recordBar.ts';
import { recordInfo, recordSummary } from './recordFacts.ts';

export interface DetailsEvents extends FormEvents {
  close(): void;
  tabChanged(): void;
}

/** What a tab shows. */
interface PartView {
  readonly element: HTMLElement;
  fieldAt?(target: Element): readonly string[] | undefined;
  dispose(): void;
}

/** Narrower than this a dump shows eight bytes a line. */
const narrowDump = 520;

/** The pane that shows one record in full. */
export class Details {
  readonly element = element('section', 'details');
  readonly #strings: TailStrings;
  readonly #formats: Formats;
  readonly #tabs: Tabs;
  readonly #summary = element('div', 'summary');
  readonly #bar: RecordBar;
  readonly #forms: FormBar;
  readonly #content = element('div', 'panel-content');
  #shown: RecordDetails | undefined;
  #view: PartView | undefined;

  constructor(
    { strings, decoders }: Pick<TailSetup, 'strings' | 'decoders'>,
    formats: Formats,
    tab: string,
    commands: RecordEvents,
    events: DetailsEvents,
  ) {
    this.#strings = strings;
    this.#formats = formats;
    this.#tabs = new Tabs(
      strings.details,
      [
        { id: 'value', label: strings.value },
        { id: 'key', label: strings.key },
        { id: 'headers', label: strings.headers },
        { id: 'info', label: strings.info },
      ],
      tab,
      () => {
        this.#draw();
        events.tabChanged();
      },
    );
    const close = iconButton('close', strings.closeDetails, () => events.close());
    this.#forms = new FormBar(strings, decoders, events);
    this.#bar = new RecordBar(strings, commands);
    fieldMenu(
      this.#content,
      strings,
      (target) => this.#fieldAt(target),
      (path) => commands.showColumn(path),
    );
    this.element.setAttribute('aria-label', strings.details);
    this.element.hidden = true;
    this.#tabs.panel.append(this.#forms.element, this.#content);
    this.element.append(
      element('div', 'details-head', this.#tabs.list, close),
      this.#tabs.panel,
      this.#summary,
      this.#bar.element,
    );
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      events.close();
    });
  }

  get tab(): string {
    return this.#tabs.selected;
  }

  /** What of a record's bytes is to be loaded. */
  get form(): Form {
    return this.#forms.form;
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  focus(): void {
    this.#tabs.focus();
  }

  close(): void {
    this.element.hidden = true;
    this.#shown = undefined;
    this.#replace(undefined);
  }

  /** The record's details are on their way; what is shown stays until then. */
  expect(): void {
    this.element.setAttribute('aria-busy', 'true');
  }

  show(details: RecordDetails): void {
    this.#open();
    this.#shown = details;
    const { headers, headersCount } = this.#strings;
    const count = this.#formats.integer(details.headerCount);
    this.#tabs.setLabel('headers', details.headerCount > 0 ? fill(headersCount, count) : headers);
    this.#summary.replaceChildren(recordSummary(details, this.#strings, this.#formats));
    this.#draw();
  }

  /** Says on the button that the clipboard has it. */
  confirmCopied(): void {
    this.#bar.confirmCopied();
  }

  /** A batch that cannot be shown: what is known of it and why. */
  showUnreadable(row: ErrorRow): void {
    const range = [row.offset, row.lastOffset].map((offset) => this.#formats.integer(offset));
    const where = `${row.partition}@${fill(this.#strings.offsetRange, ...range)}`;
    this.showMessage(`${this.#strings.batchUnreadable} (${where}): ${row.message}`);
  }

  /** A sentence in place of a record. */
  showMessage(text: string): void {
    this.#open();
    this.#shown = undefined;
    this.#tabs.setLabel('headers', this.#strings.headers);
    this.#summary.replaceChildren();
    this.#bar.element.hidden = true;
    this.#forms.element.hidden = true;
    const view = element('p', 'nothing', text);
    this.#replace({ element: view, dispose: () => undefined });
  }

  #open(): void {
    this.element.hidden = false;
    this.element.removeAttribute('aria-busy');
  }

  #draw(): void {
    const details = this.#shown;
    if (!details) return;
    const tab = this.#tabs.selected;
    this.#bar.element.hidden = false;
    this.#bar.update(details, tab);
    this.#forms.update(tab);
    this.#replace(this.#makeView(details, tab));
  }

  /** The field on a line of the key or value; a decoder of the user's choice may have made what is no field of the bytes. */
  #fieldAt(target: Element) {
    const root = this.#tabs.selected === 'key' ? 'key' : 'value';
    const steps =
      this.#shown?.[root].decoder === undefined ? this.#view?.fieldAt?.(target) : undefined;
    return steps && ({ root, steps } as const);
  }

  #makeView(details: RecordDetails, tab: string): PartView {
    const strings = this.#strings;
    const formats = this.#formats;
    if (tab === 'headers') return new HeadersView(details, strings, formats);
    if (tab === 'info') {
      return { element: recordInfo(details, strings, formats), dispose: () => undefined };
    }
    const bytesPerLine = this.element.clientWidth < narrowDump ? 8 : 16;
    return new ContentView(
      tab === 'key' ? details.key : details.value,
      strings,
      formats,
      bytesPerLine,
    );
  }

  #replace(view: PartView | undefined): void {
    this.#view?.dispose();
    this.#view = view;
    this.#content.replaceChildren(...(view ? [view.element] : []));
    this.#tabs.panel.scrollTop = 0;
  }
}
