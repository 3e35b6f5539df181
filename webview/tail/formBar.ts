import type { RawForm, TriedDecoder } from '../../src/protocol/recordDetails.ts';
import type { DecodedPart, TailSetup } from '../../src/protocol/tail.ts';
import type { ChosenDecoders } from '../../src/protocol/tailLook.ts';
import type { TailStrings } from '../../src/protocol/tailStrings.ts';
import { element } from '../shared/element.ts';
import { fill } from '../shared/formats.ts';
import { MenuButton } from '../shared/menuButton.ts';
import type { MenuItem } from '../shared/menu.ts';

/** As decoded, or all parts of the record in a form that needs no decoding. */
export type Form = 'decoded' | RawForm;

const forms: readonly Form[] = ['decoded', 'text', 'hex', 'base64'];

export interface FormEvents {
  /** What the topic's keys and values are decoded as. */
  chosen(): ChosenDecoders;
  /** Decode the topic's keys or values so; undefined for automatic. */
  decode(part: DecodedPart, decoder: string | undefined): void;
  formChanged(): void;
  /** What every decoder makes of the key or value that is shown. */
  tried(part: DecodedPart): Promise<readonly TriedDecoder[]>;
}

/**
 * The line over a record's content: what it is decoded as, for the topic, and in which form it is shown. The menu of
 * decoders tells what each of them makes of the record, or why it does not fit.
 */
export class FormBar {
  readonly element = element('div', 'form-bar');
  form: Form = 'decoded';
  readonly #strings: TailStrings;
  readonly #decoders: TailSetup['decoders'];
  readonly #events: FormEvents;
  readonly #decoder: MenuButton;
  readonly #form: MenuButton;
  #part: DecodedPart | undefined;
  #tried: readonly TriedDecoder[] = [];
  /** Of two times that the menu was opened the later one counts. */
  #opened = 0;

  constructor(strings: TailStrings, decoders: TailSetup['decoders'], events: FormEvents) {
    this.#strings = strings;
    this.#decoders = decoders;
    this.#events = events;
    this.#decoder = new MenuButton(
      '',
      () => this.#decoderItems(),
      () => void this.#try(),
    );
    this.#form = new MenuButton('', () => this.#formItems());
    this.element.append(this.#decoder.element, this.#form.element);
  }

  /** @param tab of the details; on the one with facts there is nothing to choose */
  update(tab: string): void {
    const strings = this.#strings;
    this.element.hidden = tab === 'info';
    this.#part = tab === 'key' || tab === 'value' ? tab : undefined;
    this.#decoder.element.hidden = this.#part === undefined || this.form !== 'decoded';
    const chosen = this.#part && this.#events.chosen()[this.#part];
    const label = decoderLabel(chosen, this.#decoders, strings);
    this.#decoder.setLabel(label);
    const name = this.#part === 'key' ? strings.decodeKeysAs : strings.decodeValuesAs;
    this.#decoder.setName(`${name}: ${label}`);
    this.#form.setLabel(strings.forms[this.form]);
    this.#form.setName(`${strings.showAs}: ${strings.forms[this.form]}`);
  }

  /** What each decoder makes of it stands behind its name as soon as that is known. */
  async #try(): Promise<void> {
    const opened = ++this.#opened;
    this.#tried = [];
    const tried = this.#part && (await this.#events.tried(this.#part));
    if (tried === undefined || opened !== this.#opened) return;
    this.#tried = tried;
    this.#decoder.refresh();
  }

  #detailOf(decoder: string | undefined): Pick<MenuItem, 'detail'> {
    const tried = this.#tried.find(({ name }) => name === decoder);
    if (tried === undefined) return {};
    return { detail: tried.fits ? tried.text : fill(this.#strings.doesNotFit, tried.text) };
  }

  #decoderItems(): MenuItem[] {
    const part = this.#part;
    if (part === undefined) return [];
    const now = this.#events.chosen()[part];
    const item = (label: string, decoder: string | undefined): MenuItem => ({
      label,
      ...this.#detailOf(decoder),
      checked: decoder === now,
      run: () => this.#events.decode(part, decoder),
    });
    return [
      item(this.#strings.automatic, undefined),
      ...this.#decoders.map(({ name, label }, index) => ({
        ...item(label, name),
        separated: index === 0,
      })),
    ];
  }

  #formItems(): MenuItem[] {
    return forms.map((form) => ({
      label: this.#strings.forms[form],
      checked: form === this.form,
      run: () => {
        this.form = form;
        this.#events.formChanged();
      },
    }));
  }
}

/** What a choice is called. */
export function decoderLabel(
  chosen: string | undefined,
  decoders: TailSetup['decoders'],
  strings: TailStrings,
): string {
  return decoders.find(({ name }) => name === chosen)?.label ?? strings.automatic;
}
