import { parsed, refused, type Parsed } from '../parsed.ts';
import { fileReference, type FileReference } from './fileReference.ts';

/** What `value:` can say instead of a body. */
export type ValueSource =
  | { readonly kind: 'null' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'file'; readonly file: FileReference };

/** Reads `null` (a tombstone), `empty` (zero bytes) or `file(path)`. */
export function valueSource(text: string): Parsed<ValueSource> {
  if (text === 'null' || text === 'empty') {
    return parsed({ kind: text });
  }
  const file = fileReference(text);
  return file === undefined ? refused('fileInvalid', text) : parsed({ kind: 'file', file });
}
