import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import zlib from 'node:zlib';
import fc from 'fast-check';
import { codecNames, codecOf, compress, decompress } from '../../../src/core/codec/codec.ts';
import { KafkaError } from '../../../src/core/kafkaError.ts';
import { nodeCodecs } from '../../../src/kafka/read/nodeCodecs.ts';
import { english } from '../../../src/messages/translate.ts';
import { toUserError } from '../../../src/messages/userError.ts';

const maxBytes = 4 * 1024 * 1024;
const codecs = codecNames.filter((codec) => codec !== 'none');

/** Bytes that compress: runs and repeats, short and across a codec's block limits. */
const compressible = fc
  .array(
    fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 3000 })),
    {
      maxLength: 8,
    },
  )
  .map((parts) =>
    Buffer.concat(parts.flatMap(([bytes, times]) => Array<Uint8Array>(times).fill(bytes))),
  );
const anyBytes = fc.oneof(compressible, fc.uint8Array({ maxLength: 5000 }));

/** Decompresses or fails as promised: any other outcome is a bug. */
function decodes(
  codec: (typeof codecs)[number],
  bytes: Uint8Array,
  cap = maxBytes,
): Uint8Array | undefined {
  try {
    const output = decompress(codec, bytes, cap, nodeCodecs);
    assert.ok(output.length <= cap);
    return output;
  } catch (error) {
    assert.ok(error instanceof KafkaError, String(error));
    assert.equal(error.reason, 'corruptBatch');
    return undefined;
  }
}

for (const codec of codecs) {
  describe(`the codec ${codec}`, () => {
    it('gives back what it compressed', () => {
      fc.assert(
        fc.property(anyBytes, (bytes) => {
          const packed = compress(codec, bytes, nodeCodecs);
          assert.deepEqual(Buffer.from(decodes(codec, packed) ?? []), Buffer.from(bytes));
        }),
      );
    });

    it('gives back incompressible bytes larger than any block', () => {
      const bytes = new Uint8Array(200_001);
      for (let at = 0, seed = 1; at < bytes.length; at++) {
        seed = (Math.imul(seed, 1103515245) + 12345) | 0;
        bytes[at] = seed >>> 16;
      }
      assert.deepEqual(
        Buffer.from(decodes(codec, compress(codec, bytes, nodeCodecs)) ?? []),
        Buffer.from(bytes),
      );
    });

    it('refuses every truncation', () => {
      const bytes = new TextEncoder().encode('{"user":"user_1","page":"Page_12"}\n'.repeat(40));
      const packed = compress(codec, bytes, nodeCodecs);
      for (let length = 0; length < packed.length; length++) {
        const output = decodes(codec, packed.slice(0, length));
        // Xerial snappy is a list of blocks without an end: cut between two it is a shorter list.
        assert.ok(
          output === undefined || (codec === 'snappy' && output.length === 0),
          `${length} bytes`,
        );
      }
    });

    it('survives any flipped bits and any garbage', () => {
      fc.assert(
        fc.property(
          anyBytes,
          fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), {
            minLength: 1,
            maxLength: 4,
          }),
          (bytes, flips) => {
            const packed = Uint8Array.from(compress(codec, bytes, nodeCodecs));
            for (const [at, mask] of flips) packed[at % packed.length]! ^= mask;
            decodes(codec, packed);
            decodes(codec, bytes);
          },
        ),
        { numRuns: 300 },
      );
    });

    it('stops at the given size instead of expanding without limit', () => {
      const packed = compress(codec, new Uint8Array(300_000), nodeCodecs);
      assert.equal(decodes(codec, packed, 299_999), undefined);
      assert.equal(decodes(codec, packed, 300_000)?.length, 300_000);
    });
  });
}

describe('snappy', () => {
  it('reads a raw block without framing, as librdkafka sends it', () => {
    // Length 10; literal of 4 bytes "abcd"; a copy of 6 bytes from 4 back.
    const raw = Uint8Array.of(10, 3 << 2, 0x61, 0x62, 0x63, 0x64, ((6 - 4) << 2) | 1, 4);
    assert.equal(Buffer.from(decompress('snappy', raw, 100, nodeCodecs)).toString(), 'abcdabcdab');
  });

  it('does not allocate what a lying length asks for', () => {
    // Announces 3 MB in 6 bytes.
    assert.equal(decodes('snappy', Uint8Array.of(0x80, 0x80, 0xc0, 0x01, 0, 0x61)), undefined);
  });
});

describe('LZ4', () => {
  it('reads dependent blocks and content sizes, which other encoders use', () => {
    // Two blocks: literals "abcdefgh" stored; then a match of 8 bytes from 8 back, and 5 literals.
    const frame = Uint8Array.of(
      0x04,
      0x22,
      0x4d,
      0x18,
      0x48,
      0x40,
      21,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      8,
      0,
      0,
      0x80,
      ...Buffer.from('abcdefgh'),
      9,
      0,
      0,
      0,
      0x04,
      8,
      0,
      0x50,
      ...Buffer.from('12345'),
      0,
      0,
      0,
      0,
    );
    assert.equal(
      Buffer.from(decompress('lz4', frame, 100, nodeCodecs)).toString(),
      'abcdefghabcdefgh12345',
    );
  });
});

describe('the attributes of a batch', () => {
  it('name a codec, or say that it is unknown', () => {
    assert.deepEqual([0, 1, 2, 3, 4].map(codecOf), ['none', 'gzip', 'snappy', 'lz4', 'zstd']);
    assert.equal(codecOf(0x18 | 3), 'lz4');
    assert.throws(
      () => codecOf(5),
      (error) => error instanceof KafkaError && error.reason === 'codecUnsupported',
    );
  });
});

describe('zstd where zlib has none, as in Node before 22.15', () => {
  it('is told as what this runs on, with what to do, not as a corrupt batch', (t) => {
    const packed = compress('zstd', new Uint8Array(10), nodeCodecs);
    t.mock.property(zlib, 'zstdDecompressSync', undefined);
    assert.throws(
      () => decompress('zstd', packed, 100, nodeCodecs),
      (error) => {
        assert.ok(error instanceof KafkaError && error.reason === 'codecUnsupported');
        const { text } = toUserError(error, english);
        assert.match(text, /zstd, which the Node \d+\.\d+\.\d+ .*VS Code 1\.101 or later/);
        return true;
      },
    );
  });
});
