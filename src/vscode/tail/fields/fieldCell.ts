import { parseFieldPath } from '../../../core/field/fieldPath.ts';
import {
  fieldText,
  jsonText,
  recordField,
  type FieldSource,
  type RecordField,
} from '../../../core/field/recordField.ts';
import { cellOf } from '../../../core/serde/cell.ts';
import { utf8Prefix } from '../../../core/serde/utf8.ts';
import type { Cell } from '../../../protocol/tailRow.ts';

const maxChars = 512;
const maxHeaders = 8;

/** What the grid shows of some fields of a record, by their paths; null where there is no such field. */
export function fieldCells(
  record: FieldSource,
  paths: readonly string[],
): Record<string, Cell | null> {
  return Object.fromEntries(
    paths.map((text) => {
      const path = parseFieldPath(text);
      const field = path && recordField(record, path);
      return [text, field ? fieldCell(field) : null];
    }),
  );
}

function fieldCell(field: RecordField): Cell {
  switch (field.kind) {
    case 'tooLarge':
      return { kind: 'text', text: '', truncated: true, sizeBytes: 0 };
    case 'json': {
      const text = jsonText(field.text);
      if (text === null) return { kind: 'null', text: '', truncated: false, sizeBytes: 0 };
      return textCell(text);
    }
    case 'header': {
      const [only, ...more] = field.values;
      if (more.length === 0) return cellOf(only ?? null);
      const some = field.values.slice(0, maxHeaders);
      const values = some.map((value) => value && utf8Prefix(value, maxChars));
      // As they are copied: a text “null” must not look like null.
      return textCell(fieldText({ kind: 'header', values }) ?? '');
    }
  }
}

function textCell(text: string): Cell {
  const sizeBytes = text.length;
  if (text === '') return { kind: 'empty', text, truncated: false, sizeBytes };
  const shown = text.slice(0, maxChars);
  return { kind: 'text', text: shown, truncated: shown.length < text.length, sizeBytes };
}
