import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import zlib from 'node:zlib';
import fc from 'fast-check';
import { gzipSize, zstdSize } from '../../../src/kafka/read/announcedSize.ts';
import { nodeCodecs } from '../../../src/kafka/read/nodeCodecs.ts';

describe('the size that a compressed stream announces', () => {
  for (const size of [1, 255, 256, 300, 65_535, 65_536, 70_000, 1_000_000]) {
    it(`is told for ${size} bytes`, () => {
      const bytes = Buffer.alloc(size, 'kafka');
      assert.equal(gzipSize(zlib.gzipSync(bytes)), size);
      const announced = zstdSize(zlib.zstdCompressSync(bytes));
      if (announced !== undefined) assert.equal(announced, size);
    });
  }

  it('is read from a zstd frame of any header', () => {
    const frame = (...header: number[]) =>
      Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, ...header]), Buffer.alloc(20)]);
    assert.equal(zstdSize(frame(0x20, 7)), 7);
    assert.equal(zstdSize(frame(0x00, 0x58)), undefined);
    assert.equal(zstdSize(frame(0x60, 1, 1)), 513);
    assert.equal(zstdSize(frame(0xa0, 0, 0, 1, 0)), 65_536);
    assert.equal(zstdSize(frame(0xe3, 9, 9, 9, 9, 5)), 5);
  });

  it('is no more than a hint: a lie neither changes the result nor takes memory', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), fc.nat(0xffffffff), (bytes, lie) => {
        const stream = zlib.gzipSync(bytes);
        assert.deepEqual(Buffer.from(nodeCodecs.gunzip(stream, 1e6)), Buffer.from(bytes));
        const several = Buffer.concat([stream, zlib.gzipSync(bytes)]);
        const twice = Buffer.concat([bytes, bytes]);
        assert.deepEqual(Buffer.from(nodeCodecs.gunzip(several, 1e6)), twice);
        stream.writeUInt32LE(lie, stream.length - 4);
        if (lie !== bytes.length) assert.throws(() => nodeCodecs.gunzip(stream, 1e6));
      }),
    );
  });

  it('is not looked for in anything else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        zstdSize(bytes);
        gzipSize(bytes);
      }),
    );
  });
});
