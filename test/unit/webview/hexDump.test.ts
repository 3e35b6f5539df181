import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hexLine } from '../../../src/core/serde/hexLine.ts';
import { base64Bytes } from '../../../webview/tail/base64Bytes.ts';

describe('hex dump', () => {
  it('shows offset, bytes in two groups, and what is printable', () => {
    const bytes = Uint8Array.from({ length: 20 }, (_, index) => 0x3a + index * 7);
    assert.equal(
      hexLine(bytes, 0),
      '000000  3a 41 48 4f 56 5d 64 6b  72 79 80 87 8e 95 9c a3  :AHOV]dkry······',
    );
    assert.equal(hexLine(bytes, 16), `000010  aa b1 b8 bf${' '.repeat(39)}····`);
  });

  it('reads base64, and nothing from what is not', () => {
    assert.deepEqual([...base64Bytes('AP+A')], [0, 255, 128]);
    assert.deepEqual([...base64Bytes('§')], []);
  });
});
