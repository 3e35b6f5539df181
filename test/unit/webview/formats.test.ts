import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fill, Formats } from '../../../webview/shared/formats.ts';

describe('Formats', () => {
  const formats = new Formats('en');

  it('tells a distance in the largest unit that fits evenly', () => {
    const formats = new Formats('en');
    const minute = 60_000;
    const told = [15, 90, 60, 24 * 60, 48 * 60, 7 * 24 * 60, 36 * 60].map((n) =>
      formats.ago(n * minute),
    );
    assert.deepEqual(told, [
      '15 minutes ago',
      '90 minutes ago',
      '1 hour ago',
      '24 hours ago',
      '2 days ago',
      '7 days ago',
      '36 hours ago',
    ]);
    assert.equal(formats.ago(90_000), '90 seconds ago');
  });

  it('writes offsets exactly, beyond what a number can hold', () => {
    assert.equal(formats.integer('9007199254740993'), '9,007,199,254,740,993');
    assert.equal(new Formats('de').integer('9223372036854775807'), '9.223.372.036.854.775.807');
    assert.equal(formats.integer('not a number'), 'not a number');
  });

  it('writes sizes in steps of 1024', () => {
    assert.deepEqual(
      [0, 48, 999, 1024, 217_088, 224_395_264, 2 ** 40].map((count) => formats.bytes(count)),
      ['0 B', '48 B', '999 B', '1 KB', '212 KB', '214 MB', '1 TB'],
    );
  });

  it('writes a moment with its milliseconds', () => {
    const date = new Date(2026, 10, 21, 9, 5, 7, 39);
    assert.equal(formats.moment(date.getTime()).time, '09:05:07.039');
    assert.match(formats.fullMoment(date.getTime()), /^2026-11-21 09:05:07\.039 [+-]\d\d:\d\d$/);
  });

  it('writes a timestamp that is no date as the number it is', () => {
    assert.deepEqual(formats.moment(9e15), { time: '9000000000000000', day: '' });
    assert.equal(formats.fullMoment(9e15), '9000000000000000');
  });

  it('takes a language that nobody knows', () => {
    assert.equal(new Formats('xx_invalid tag').bytes(5), '5 B');
  });

  it('fills placeholders in any order and leaves what it has no value for', () => {
    assert.equal(fill('{1} of {0}, {2}', 'a', 'b'), 'b of a, {2}');
    assert.equal(fill('{0}', '{0}'), '{0}');
  });
});
