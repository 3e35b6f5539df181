import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Report } from '../../runner/report.ts';

describe('the report of a test run', () => {
  it('ends with the counts, and is well only when nothing failed', () => {
    const lines: string[] = [];
    const report = new Report((line) => lines.push(line));
    report.file('a.test.ts', [{ path: ['unit', 'a.test.ts', 'one'], result: 'passed', ms: 1 }], '');
    assert.equal(report.end(), true);
    assert.equal(lines.at(-1)?.trim(), '1 passed, 0 failed');
  });

  it('names what failed and what was skipped, and counts a skipped test as neither', () => {
    const lines: string[] = [];
    const report = new Report((line) => lines.push(line));
    report.add({
      path: ['unit', 'f', 'breaks'],
      result: 'failed',
      ms: 1,
      detail: new Error('why'),
    });
    report.add({ path: ['unit', 'f', 'waits'], result: 'skipped', ms: 0, detail: 'a reason' });
    assert.equal(report.end(), false);
    const text = lines.join('\n');
    assert.match(text, /Error: why/);
    assert.match(text, /Skipped ─+\nunit › f › waits\n {4}a reason/);
    assert.match(text, /Failed ─+\nunit › f › breaks\n {4}Error: why/);
    assert.match(text, /0 passed, 1 failed$/);
  });
});
