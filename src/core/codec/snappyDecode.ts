import { corruptCodec, tooLargeExpanded } from './codecError.ts';
import { type Allocate, allocateNew, copyLiteral, copyMatch, copySlack } from './copyMatch.ts';

/** What Java's SnappyOutputStream writes first; then two int32 versions, then length-prefixed blocks. */
const xerialMagic = [0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0x00];
const xerialHeaderBytes = 16;

/**
 * Decompresses what Kafka clients call snappy: blocks in xerial framing (Java) or one raw block (librdkafka).
 *
 * @param maxBytes what the result may hold at most
 * @param allocate where the result is to lie
 * @throws KafkaError `corruptBatch` for any malformed or oversized input
 */
export function snappyDecode(
  input: Uint8Array,
  maxBytes: number,
  allocate: Allocate = allocateNew,
): Uint8Array {
  if (!isXerial(input)) {
    const { length } = blockLength(input, 0, input.length, maxBytes);
    const output = allocate(length + copySlack);
    decodeBlock(input, 0, input.length, output, 0);
    return output.subarray(0, length);
  }
  const blocks = xerialBlocks(input, maxBytes);
  const output = allocate(blocks.outputBytes + copySlack);
  let written = 0;
  for (const [start, end] of blocks.ranges) {
    written = decodeBlock(input, start, end, output, written);
  }
  return output.subarray(0, written);
}

function isXerial(input: Uint8Array): boolean {
  return (
    input.length >= xerialHeaderBytes && xerialMagic.every((byte, index) => input[index] === byte)
  );
}

/** The blocks' ranges in the input and the sum of the lengths they declare. */
function xerialBlocks(
  input: Uint8Array,
  maxBytes: number,
): { ranges: [number, number][]; outputBytes: number } {
  const view = new DataView(input.buffer, input.byteOffset, input.byteLength);
  const ranges: [number, number][] = [];
  let outputBytes = 0;
  let at = xerialHeaderBytes;
  while (at < input.length) {
    if (at + 4 > input.length) throw corruptCodec('snappy', 'a block length is cut off');
    const length = view.getInt32(at);
    const start = at + 4;
    // An inner header means that two streams were concatenated (xerial allows it): skip it.
    if (length === (0x82534e41 | 0) && at + xerialHeaderBytes <= input.length) {
      at += xerialHeaderBytes;
      continue;
    }
    if (length <= 0 || start + length > input.length) {
      throw corruptCodec('snappy', 'a block is longer than what is left');
    }
    outputBytes += blockLength(input, start, start + length, maxBytes - outputBytes).length;
    ranges.push([start, start + length]);
    at = start + length;
  }
  return { ranges, outputBytes };
}

/** The preamble of a raw block: the varint length of what it expands to, checked against `maxBytes`. */
function blockLength(
  input: Uint8Array,
  start: number,
  end: number,
  maxBytes: number,
): { length: number; next: number } {
  let length = 0;
  let at = start;
  for (let factor = 1; ; factor *= 128) {
    const byte = at < end ? input[at] : undefined;
    if (byte === undefined || at - start > 4) throw corruptCodec('snappy', 'no length');
    at++;
    length += (byte & 0x7f) * factor;
    if (byte < 0x80) break;
  }
  if (length > maxBytes) throw tooLargeExpanded('snappy', maxBytes);
  // Three input bytes give at most 64 of output: a declared length beyond that is a lie, not worth memory.
  if (length > (end - at) * 22 + 64) throw corruptCodec('snappy', 'the length cannot be true');
  return { length, next: at };
}

/* eslint-disable @typescript-eslint/no-non-null-assertion -- bounds are checked before each read */

/** Decodes one raw block into `output` at `written`; returns where it ended. */
function decodeBlock(
  input: Uint8Array,
  start: number,
  end: number,
  output: Uint8Array,
  written: number,
): number {
  const preamble = blockLength(input, start, end, output.length - copySlack - written);
  const limit = written + preamble.length;
  const base = written;
  const from = new DataView(input.buffer, input.byteOffset, input.byteLength);
  const view = new DataView(output.buffer, output.byteOffset, output.byteLength);
  let at = preamble.next;
  let to = written;
  while (at < end) {
    const tag = input[at++]!;
    const kind = tag & 3;
    if (kind === 0) {
      let length = tag >>> 2;
      if (length >= 60) {
        const extra = length - 59;
        if (at + extra > end) throw corruptCodec('snappy', 'a literal is cut off');
        length = 0;
        for (let byte = 0; byte < extra; byte++) length |= input[at + byte]! << (8 * byte);
        at += extra;
      }
      // Whole numbers of 32 bits throughout keep the loop fast; a length beyond 2^31 shows as negative.
      length = (length + 1) | 0;
      if (length <= 0 || length > end - at || length > limit - to) {
        throw corruptCodec('snappy', 'a literal is cut off');
      }
      const literalEnd = at + length;
      copyLiteral(input, from, at, literalEnd, output, view, to);
      at = literalEnd;
      to += length;
      continue;
    }
    let length: number;
    let distance: number;
    if (kind === 1) {
      if (at >= end) throw corruptCodec('snappy', 'a copy is cut off');
      length = ((tag >>> 2) & 7) + 4;
      distance = ((tag & 0xe0) << 3) | input[at]!;
      at += 1;
    } else {
      const width = kind === 2 ? 2 : 4;
      if (at + width > end) throw corruptCodec('snappy', 'a copy is cut off');
      length = (tag >>> 2) + 1;
      distance = input[at]! | (input[at + 1]! << 8);
      if (width === 4) distance |= (input[at + 2]! << 16) | (input[at + 3]! << 24);
      at += width;
    }
    if (distance <= 0 || distance > to - base || length > limit - to) {
      throw corruptCodec('snappy', 'a copy points outside');
    }
    copyMatch(output, view, to, distance, length);
    to += length;
  }
  if (to !== limit) throw corruptCodec('snappy', 'shorter than declared');
  return to;
}
