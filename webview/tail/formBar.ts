import type { RawForm } from '../../src/protocol/recordDetails.ts';
import type { DecodedPart, TailSetup } from '../../src/protocol/tail.ts';
import type { ChosenDecoders } from '../../src/protocol/tailLook.ts';
import type { TailStrings } from '../../src/protocol/tailStrings.ts';
import { element } from '../shared/element.ts';
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
}

/** The line over a record's content: what it is decoded as, for the topic, and in which form it is shown. */
export class FormBar {
  readonly element = element('div', 'form-bar');
  form: Form = 'decoded';
  readonly #strings: TailStrings;
  readonly #decoders: TailSetup['decoders'];
  readonly #events: FormEvents;
  readonly #decoder: MenuButton;
  readonly #form: MenuButton;
  #part: DecodedPart | undefined;

  constructor(strings: TailStrings, decoders: TailSetup['decoders'], events: FormEvents) {
    this.#strings = strings;
    this.#decoders = decoders;
    this.#events = events;
    this.#decoder = new MenuButton('', () => this.#decoderItems());
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

  #decoderItems(): MenuItem[] {
    const part = this.#part;
    if (part === undefined) return [];
    const now = this.#events.chosen()[part];
    const item = (label: string, decoder: string | undefined): MenuItem => ({
      label,
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
