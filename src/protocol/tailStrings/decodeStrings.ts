import type { RawForm } from '../recordDetails.ts';

/** How keys and values are shown. */
export interface DecodeStrings {
  readonly view: string;
  readonly exportRecords: string;
  readonly anotherView: string;
  readonly automatic: string;
  /** {0} what they are decoded as, "Automatic" or a decoder's label */
  readonly decodeKeys: string;
  readonly decodeValues: string;
  /** What a screen reader calls the menus of the details: the decoders, the forms. */
  readonly decodeKeysAs: string;
  readonly decodeValuesAs: string;
  /** Behind a decoder's name; {0} why it does not fit the record */
  readonly doesNotFit: string;
  readonly showAs: string;
  readonly forms: Readonly<Record<'decoded' | RawForm, string>>;
  /** Of something decoded, where the text goes on. */
  readonly contentCut: string;
}
