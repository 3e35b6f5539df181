import { fieldPathText } from '../../../core/field/fieldPath.ts';
import type { FieldSource } from '../../../core/field/recordField.ts';
import { headerNameOf } from '../../../core/serde/content.ts';
import { utf8Of } from '../../../core/serde/utf8.ts';

const maxFields = 500;
const maxDepth = 8;
/** Of an array so many elements are offered. */
const maxElements = 3;
const maxBytes = 64 * 1024;

/** The paths of the fields that some records have, in the order in which they are met. */
export function sampleFields(records: Iterable<FieldSource>): readonly string[] {
  const found = new Set<string>();
  for (const record of records) {
    for (const { name } of record.headers()) {
      found.add(fieldPathText({ root: 'header', name: headerNameOf(name) }));
    }
    collect(found, 'key', [], jsonOf(record.key()));
    collect(found, 'value', [], jsonOf(record.value()));
    if (found.size >= maxFields) break;
  }
  return [...found].slice(0, maxFields);
}

function collect(
  found: Set<string>,
  root: 'key' | 'value',
  steps: readonly string[],
  value: unknown,
): void {
  if (steps.length > 0) found.add(fieldPathText({ root, steps }));
  if (typeof value !== 'object' || value === null) return;
  if (steps.length >= maxDepth || found.size >= maxFields) return;
  const entries = Object.entries(value);
  const offered = Array.isArray(value) ? entries.slice(0, maxElements) : entries;
  for (const [name, member] of offered) collect(found, root, [...steps, name], member);
}

/** For the names alone: what a number loses when it is read does not matter here. */
function jsonOf(bytes: Uint8Array | null): unknown {
  if (bytes === null || bytes.length > maxBytes) return undefined;
  try {
    return JSON.parse(utf8Of(bytes) ?? '') as unknown;
  } catch {
    return undefined;
  }
}
