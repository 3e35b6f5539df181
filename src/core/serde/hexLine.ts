/** Bytes on one line of a dump. */
export const bytesPerLine = 16;

const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** One line: its offset, sixteen bytes in two groups, and their printable ASCII. */
export function hexLine(bytes: Uint8Array, from: number, perLine = bytesPerLine): string {
  const line = bytes.subarray(from, from + perLine);
  let hex = '';
  let ascii = '';
  for (let index = 0; index < perLine; index++) {
    const byte = line[index];
    if (index > 0) hex += index === perLine / 2 ? '  ' : ' ';
    hex += byte === undefined ? '  ' : (hexOf[byte] ?? '');
    if (byte !== undefined) ascii += byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·';
  }
  return `${from.toString(16).padStart(6, '0')}  ${hex}  ${ascii}`;
}
