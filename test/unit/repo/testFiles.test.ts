import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { matchesGlob } from 'node:path';
import { describe, it } from 'node:test';
import { suites } from '../../runner/suites.ts';

describe('the test runner', () => {
  it('leaves no test file out', () => {
    const files = globSync('**/*.test.*', { exclude: (path) => /node_modules|dist/.test(path) });
    assert.ok(files.length > 0);
    const left = files.filter((file) => !suites.some(({ glob }) => matchesGlob(file, glob)));
    assert.deepEqual(left, []);
  });

  it('gives every test file to one suite only', () => {
    for (const file of globSync('test/**/*.test.ts')) {
      assert.equal(suites.filter(({ glob }) => matchesGlob(file, glob)).length, 1, file);
    }
  });
});
