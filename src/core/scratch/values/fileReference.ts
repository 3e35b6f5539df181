import { parsed, refused, type Parsed } from '../parsed.ts';

/** A file named in a block, as written: relative to the `.kafka` file. */
export interface FileReference {
  readonly path: string;
}

/** `file(path)`, the path perhaps in quotes; undefined where the text is something else. */
export function fileReference(text: string): FileReference | undefined {
  const inner = /^file\(\s*(.*?)\s*\)$/.exec(text)?.[1];
  if (inner === undefined) {
    return undefined;
  }
  const quoted = /^"([^"]+)"$/.exec(inner) ?? /^'([^']+)'$/.exec(inner);
  const path = quoted?.[1] ?? inner;
  return path === '' ? undefined : { path };
}

/** A schema in a block: written out, or in a file. */
export type SchemaSource =
  | { readonly kind: 'inline'; readonly text: string }
  | { readonly kind: 'file'; readonly file: FileReference };

/** Reads an inline JSON schema or `file(path)`. */
export function schemaSource(text: string): Parsed<SchemaSource> {
  const file = fileReference(text);
  if (file !== undefined) {
    return parsed({ kind: 'file', file });
  }
  if (text.startsWith('file(')) {
    return refused('fileInvalid', text);
  }
  return text.startsWith('{') || text.startsWith('[') || text.startsWith('"')
    ? parsed({ kind: 'inline', text })
    : refused('schemaInvalid', text);
}
