/** What of a record is decoded. */
export type RecordPart = 'key' | 'value' | 'header';

/** How much of it is wanted: a cell needs little of a large value, and must not cost more. */
export interface DecodeLimits {
  readonly part: RecordPart;
  /** A decoder need not look beyond that many bytes … */
  readonly maxBytes: number;
  /** … nor make a text of many more UTF-16 units; the caller cuts what is too much. */
  readonly maxChars: number;
}

/** What the text of something decoded is; `bytes`: a view of the bytes themselves. */
export type DecodedLanguage = 'plain' | 'json' | 'xml' | 'bytes';

/** Bytes as a text, as they are: no layout, no digit lost, a name that is there twice twice. */
export interface Decoded {
  readonly ok: true;
  readonly text: string;
  /** `json`: one value in JSON or, where JSON has no words for it, in something like it. */
  readonly language: DecodedLanguage;
  /** The bytes or the text went on, and what is there has not been looked at. */
  readonly truncated: boolean;
}

/** Why bytes are not of a format. Places are byte offsets, in texts UTF-16 units. */
export type DecodeProblem =
  | { readonly kind: 'size'; readonly wanted: string; readonly actual: number }
  | { readonly kind: 'utf8' }
  | { readonly kind: 'uuid' }
  /** A parser's own words, in English. */
  | { readonly kind: 'syntax'; readonly message: string }
  | { readonly kind: 'invalid'; readonly at: number }
  | { readonly kind: 'endsEarly'; readonly at: number }
  | { readonly kind: 'trailing'; readonly at: number }
  | { readonly kind: 'tooDeep'; readonly limit: number };

/** Bytes that are not of a format. */
export interface DecodeFailure {
  readonly ok: false;
  readonly problem: DecodeProblem;
}

/**
 * One format. Total: hostile bytes give a failure, never an exception, in time and memory that the limits
 * bound. Formats that need a schema are further decoders in the registry.
 */
export interface Decoder {
  /** What is remembered and sent to pages; lower case, without spaces. */
  readonly name: string;
  /** @param bytes at least one */
  decode(bytes: Uint8Array, limits: DecodeLimits): Decoded | DecodeFailure;
}

/** A success with the whole text. */
export function decoded(
  text: string,
  language: DecodedLanguage = 'plain',
  truncated = false,
): Decoded {
  return { ok: true, text, language, truncated };
}

/** A failure with its reason. */
export function notDecoded(problem: DecodeProblem): DecodeFailure {
  return { ok: false, problem };
}
