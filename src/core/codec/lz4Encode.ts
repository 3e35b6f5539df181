/* eslint-disable @typescript-eslint/no-non-null-assertion -- every read stays below the block's end */
import { matchLength, read32 } from './matches.ts';
import { xxh32Short } from './xxh32Short.ts';

const blockBytes = 64 * 1024;
const hashBits = 13;
/** The format: a match starts at least 12 bytes before the end and leaves 5 bytes of literals. */
const lastMatchStart = 12;
const lastLiterals = 5;

/**
 * Compresses to one LZ4 frame with independent blocks of 64 KiB and no checksums besides the header's: the
 * only shape that Kafka's Java client accepts ("Dependent block stream is unsupported").
 */
export function lz4Encode(input: Uint8Array): Uint8Array {
  const blocks = Math.ceil(input.length / blockBytes);
  const output = new Uint8Array(7 + input.length + blocks * (4 + 512) + 4);
  const view = new DataView(output.buffer);
  const table = new Uint16Array(1 << hashBits);
  const flags = 0x60; // version 01, independent blocks
  const sizes = 0x40; // blocks of at most 64 KiB
  view.setUint32(0, 0x184d2204, true);
  output[4] = flags;
  output[5] = sizes;
  output[6] = (xxh32Short(output.subarray(4, 6)) >>> 8) & 0xff;
  let to = 7;
  for (let start = 0; start < input.length; start += blockBytes) {
    const block = input.subarray(start, start + blockBytes);
    const end = encodeBlock(block, output, to + 4, table);
    if (end - to - 4 < block.length) {
      view.setUint32(to, end - to - 4, true);
      to = end;
    } else {
      view.setUint32(to, block.length | 0x80000000, true);
      output.set(block, to + 4);
      to += 4 + block.length;
    }
  }
  view.setUint32(to, 0, true);
  return output.slice(0, to + 4);
}

/** Writes one block (grows by at most 1 byte in 255 plus a few); returns where it ended. */
function encodeBlock(
  block: Uint8Array,
  output: Uint8Array,
  start: number,
  table: Uint16Array,
): number {
  table.fill(0);
  let to = start;
  let literalStart = 0;
  let at = 1;
  const searchEnd = block.length - lastMatchStart;
  const matchEnd = block.length - lastLiterals;
  while (at <= searchEnd) {
    const word = read32(block, at);
    const hash = Math.imul(word, 0x9e3779b1) >>> (32 - hashBits);
    const candidate = table[hash]!;
    table[hash] = at;
    if (candidate >= at || read32(block, candidate) !== word) {
      at += 1 + ((at - literalStart) >>> 6);
      continue;
    }
    const matched = matchLength(block, candidate, at, matchEnd);
    to = writeSequence(block, literalStart, at, output, to, matched);
    output[to++] = (at - candidate) & 0xff;
    output[to++] = (at - candidate) >>> 8;
    to = writeExtra(output, to, matched - 4);
    at += matched;
    literalStart = at;
  }
  return writeSequence(block, literalStart, block.length, output, to, 4);
}

/** The token and the literals; the distance and the rest of the match length follow after it. */
function writeSequence(
  block: Uint8Array,
  from: number,
  end: number,
  output: Uint8Array,
  start: number,
  matched: number,
): number {
  const literals = end - from;
  output[start] = (Math.min(literals, 15) << 4) | Math.min(matched - 4, 15);
  const to = writeExtra(output, start + 1, literals);
  output.set(block.subarray(from, end), to);
  return to + literals;
}

/** A length of 15 or more goes on in bytes that are summed until one is below 255. */
function writeExtra(output: Uint8Array, start: number, length: number): number {
  let to = start;
  let rest = length - 15;
  if (rest < 0) return to;
  for (; rest >= 255; rest -= 255) output[to++] = 255;
  output[to++] = rest;
  return to;
}
