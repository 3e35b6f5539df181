import { parseFieldPath } from '../../../core/field/fieldPath.ts';
import type { TailLook } from '../../../protocol/tailLook.ts';

/** The paths of the fields that have a column. */
export function lookFields(look: TailLook | undefined): readonly string[] {
  return (look?.columns ?? []).filter((id) => parseFieldPath(id) !== undefined);
}
