import { utf8Of } from './utf8.ts';

/** Unicode's control characters (Cc) except tab, line feed and carriage return. */
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

/**
 * The text of bytes that a person can read: valid UTF-8 without control characters other than tab and line
 * ends. `undefined` for everything else, which is shown as binary and never half-decoded.
 */
export function readableText(bytes: Uint8Array): string | undefined {
  const text = utf8Of(bytes);
  return text === undefined || control.test(text) ? undefined : text;
}
