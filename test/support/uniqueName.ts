import { randomBytes } from 'node:crypto';

/** A name for a topic, a group or a transaction that no other test and no other run uses. */
export function uniqueName(purpose: string): string {
  return `${purpose}-${randomBytes(5).toString('hex')}`;
}
