/* eslint-disable @typescript-eslint/no-non-null-assertion -- every read stays below the block's end */
import { matchLength, read32 } from './matches.ts';

/** Xerial's magic, then version 1 and compatible version 1, as Java writes and demands them. */
const xerialHeader = [0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0, 0, 0, 0, 1, 0, 0, 0, 1];
const blockBytes = 32 * 1024;
const hashBits = 13;

/** Compresses in xerial framing with blocks of 32 KiB, as Java's client does; every Kafka client reads it. */
export function snappyEncode(input: Uint8Array): Uint8Array {
  const blocks = Math.ceil(input.length / blockBytes);
  // Per block: 4 bytes of length, 5 of preamble, and incompressible data grows by a tag per 64 KiB.
  const output = new Uint8Array(xerialHeader.length + input.length + blocks * 32);
  const view = new DataView(output.buffer);
  const table = new Uint16Array(1 << hashBits);
  output.set(xerialHeader);
  let to = xerialHeader.length;
  for (let start = 0; start < input.length; start += blockBytes) {
    const end = Math.min(start + blockBytes, input.length);
    const next = encodeBlock(input.subarray(start, end), output, to + 4, table);
    view.setInt32(to, next - to - 4);
    to = next;
  }
  return output.slice(0, to);
}

/** Writes one raw block of at most 64 KiB; returns where it ended. */
function encodeBlock(
  block: Uint8Array,
  output: Uint8Array,
  start: number,
  table: Uint16Array,
): number {
  let to = start;
  let length = block.length;
  while (length >= 0x80) {
    output[to++] = (length & 0x7f) | 0x80;
    length >>>= 7;
  }
  output[to++] = length;
  table.fill(0);
  let literalStart = 0;
  let at = 1;
  const searchEnd = block.length - 4;
  while (at <= searchEnd) {
    const word = read32(block, at);
    const hash = Math.imul(word, 0x1e35a7bd) >>> (32 - hashBits);
    const candidate = table[hash]!;
    table[hash] = at;
    if (candidate >= at || read32(block, candidate) !== word) {
      // The longer nothing was found, the faster incompressible data is skipped.
      at += 1 + ((at - literalStart) >>> 5);
      continue;
    }
    const matched = matchLength(block, candidate, at, block.length);
    to = writeLiteral(block, literalStart, at, output, to);
    to = writeCopy(output, to, at - candidate, matched);
    at += matched;
    literalStart = at;
  }
  return writeLiteral(block, literalStart, block.length, output, to);
}

function writeLiteral(
  block: Uint8Array,
  from: number,
  end: number,
  output: Uint8Array,
  start: number,
): number {
  const length = end - from;
  if (length === 0) return start;
  let to = start;
  const rest = length - 1;
  if (rest < 60) {
    output[to++] = rest << 2;
  } else if (rest < 256) {
    output[to++] = 60 << 2;
    output[to++] = rest;
  } else {
    output[to++] = 61 << 2;
    output[to++] = rest & 0xff;
    output[to++] = rest >>> 8;
  }
  output.set(block.subarray(from, end), to);
  return to + length;
}

/** A match as copies with a two-byte distance, at most 64 bytes each (a block has at most 32 KiB). */
function writeCopy(output: Uint8Array, start: number, distance: number, length: number): number {
  let to = start;
  for (let left = length; left > 0;) {
    const part = Math.min(left, 64);
    output[to++] = ((part - 1) << 2) | 2;
    output[to++] = distance & 0xff;
    output[to++] = distance >>> 8;
    left -= part;
  }
  return to;
}
