/* eslint-disable @typescript-eslint/no-non-null-assertion -- bounds are checked before each read */
import { corruptCodec, tooLargeExpanded } from './codecError.ts';
import { type Allocate, allocateNew, copyLiteral, copyMatch, copySlack } from './copyMatch.ts';

const frameMagic = 0x184d2204;

interface Block {
  readonly start: number;
  readonly end: number;
  readonly stored: boolean;
}

/**
 * Decompresses LZ4 frames (LZ4 Frame Format 1.6.x), blocks dependent or not, one frame or several.
 *
 * Checksums inside the frame are not looked at: the batch's own CRC was checked before, and the header
 * checksum of the old formats v0 and v1 is wrong on purpose (KIP-57).
 *
 * @param maxBytes what the result may hold at most
 * @param allocate where the result is to lie
 * @throws KafkaError `corruptBatch` for any malformed or oversized input
 */
export function lz4Decode(
  input: Uint8Array,
  maxBytes: number,
  allocate: Allocate = allocateNew,
): Uint8Array {
  const blocks: Block[] = [];
  let bound = 0;
  let at = 0;
  do {
    const frame = readFrame(input, at, blocks);
    bound += frame.bound;
    at = frame.next;
  } while (at < input.length);
  const limit = Math.min(bound, maxBytes);
  const output = allocate(limit + copySlack);
  let written = 0;
  for (const { start, end, stored } of blocks) {
    if (!stored) {
      written = decodeBlock(input, start, end, output, written, limit, maxBytes);
      continue;
    }
    if (end - start > limit - written) throw tooLargeExpanded('lz4', maxBytes);
    output.set(input.subarray(start, end), written);
    written += end - start;
  }
  // A view keeps the whole buffer: only where little of it is unused.
  return written > limit / 2 ? output.subarray(0, written) : output.slice(0, written);
}

/** Reads one frame's header and block lengths; `bound` is what its blocks can expand to at most. */
function readFrame(
  input: Uint8Array,
  start: number,
  blocks: Block[],
): { next: number; bound: number } {
  const view = new DataView(input.buffer, input.byteOffset, input.byteLength);
  if (start + 7 > input.length) throw corruptCodec('lz4', 'the frame header is cut off');
  if (view.getUint32(start, true) !== frameMagic) throw corruptCodec('lz4', 'not an LZ4 frame');
  const flags = input[start + 4]!;
  const sizeCode = (input[start + 5]! >>> 4) & 7;
  if (flags >>> 6 !== 1 || sizeCode < 4) throw corruptCodec('lz4', 'unknown frame version');
  if (flags & 1) throw corruptCodec('lz4', 'the frame needs a dictionary');
  const blockMax = 1 << (8 + 2 * sizeCode);
  const blockChecksum = flags & 16 ? 4 : 0;
  const contentChecksum = flags & 4 ? 4 : 0;
  let at = start + 7 + (flags & 8 ? 8 : 0);
  let bound = 0;
  for (;;) {
    if (at + 4 > input.length) throw corruptCodec('lz4', 'a block length is cut off');
    const word = view.getUint32(at, true);
    at += 4;
    if (word === 0) break;
    const length = word & 0x7fffffff;
    if (length > blockMax || at + length + blockChecksum > input.length) {
      throw corruptCodec('lz4', 'a block is longer than what is left');
    }
    const stored = word >>> 31 === 1;
    blocks.push({ start: at, end: at + length, stored });
    bound += stored ? length : Math.min(blockMax, length * 255);
    at += length + blockChecksum;
  }
  at += contentChecksum;
  if (at > input.length) throw corruptCodec('lz4', 'the content checksum is cut off');
  return { next: at, bound };
}

/** Decodes one block into `output` at `written`; a match may reach back into earlier blocks. */
function decodeBlock(
  input: Uint8Array,
  start: number,
  end: number,
  output: Uint8Array,
  written: number,
  limit: number,
  maxBytes: number,
): number {
  const from = new DataView(input.buffer, input.byteOffset, input.byteLength);
  const view = new DataView(output.buffer, output.byteOffset, output.byteLength);
  let at = start;
  let to = written;
  for (;;) {
    if (at >= end) throw corruptCodec('lz4', 'a sequence is cut off');
    const token = input[at++]!;
    let length = token >>> 4;
    if (length === 15) {
      for (let byte = 255; byte === 255; length += byte) {
        if (at >= end) throw corruptCodec('lz4', 'a length is cut off');
        byte = input[at++]!;
      }
    }
    if (length > 0) {
      if (length > end - at) throw corruptCodec('lz4', 'a literal is cut off');
      if (length > limit - to) throw tooLargeExpanded('lz4', maxBytes);
      const literalEnd = at + length;
      copyLiteral(input, from, at, literalEnd, output, view, to);
      at = literalEnd;
      to += length;
    }
    // The last sequence has literals only.
    if (at === end) return to;
    if (at + 2 > end) throw corruptCodec('lz4', 'a match is cut off');
    const distance = input[at]! | (input[at + 1]! << 8);
    at += 2;
    length = (token & 15) + 4;
    if (length === 19) {
      for (let byte = 255; byte === 255; length += byte) {
        if (at >= end) throw corruptCodec('lz4', 'a length is cut off');
        byte = input[at++]!;
      }
    }
    if (distance === 0 || distance > to) throw corruptCodec('lz4', 'a match points outside');
    if (length > limit - to) throw tooLargeExpanded('lz4', maxBytes);
    copyMatch(output, view, to, distance, length);
    to += length;
  }
}
