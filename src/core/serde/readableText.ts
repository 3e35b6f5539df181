import { utf8Of } from './utf8.ts';

/** Of so many characters of a text at most one is a control character: what has more is data that happens to be UTF-8. */
const charactersPerControl = 4;
/** Unicode's control characters (Cc) except tab, line feed and carriage return. */
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/**
 * The text of bytes that a person can read: valid UTF-8 without NUL in which control characters other than tab and
 * line ends are few, such as the colours of a log line; whoever shows it shows stand-ins of those. `undefined` for
 * everything else, which is shown as binary and never half-decoded.
 */
export function readableText(bytes: Uint8Array): string | undefined {
  const text = utf8Of(bytes);
  return text === undefined || text.includes('\0') || hasManyControls(text) ? undefined : text;
}

/** Whether bytes that are no text would be one but for sequences that are not UTF-8: nothing in them is a control character. */
export function isBrokenText(bytes: Uint8Array): boolean {
  return (
    utf8Of(bytes) === undefined &&
    !bytes.some((byte) => (byte < 0x20 && !isSpace(byte)) || byte === 0x7f)
  );
}

/** Whether a text has control characters besides tabs and line ends. */
export function hasControls(text: string): boolean {
  return text.search(control) >= 0;
}

function hasManyControls(text: string): boolean {
  if (!hasControls(text)) return false;
  const controls = text.length - text.replaceAll(control, '').length;
  return controls * charactersPerControl > text.length;
}

/** Tab and line ends. */
function isSpace(byte: number): boolean {
  return byte === 0x09 || byte === 0x0a || byte === 0x0d;
}
