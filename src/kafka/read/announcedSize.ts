const gzipTrailerBytes = 8;
const zstdMagic = 0xfd2fb528;

/** What a gzip stream says it expands to, in bytes (RFC 1952, ISIZE); a lie, or only a part, where it is hostile. */
export function gzipSize(input: Uint8Array): number | undefined {
  if (input.length < gzipTrailerBytes) return undefined;
  return viewOf(input).getUint32(input.length - 4, true);
}

/** What a zstd frame says it expands to, in bytes (RFC 8878, 3.1.1.1); not every writer does. */
export function zstdSize(input: Uint8Array): number | undefined {
  const view = viewOf(input);
  if (input.length < 18 || view.getUint32(0, true) !== zstdMagic) return undefined;
  const descriptor = view.getUint8(4);
  const singleSegment = (descriptor & 0x20) !== 0;
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 3] ?? 0;
  const at = 5 + (singleSegment ? 0 : 1) + dictionaryBytes;
  switch (descriptor >>> 6) {
    case 0:
      return singleSegment ? view.getUint8(at) : undefined;
    case 1:
      return view.getUint16(at, true) + 256;
    case 2:
      return view.getUint32(at, true);
    default:
      return Number(view.getBigUint64(at, true));
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
