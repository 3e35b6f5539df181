import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startOptions } from '../../../scripts/start/startOptions.ts';

describe('the options of npm start', () => {
  it('keeps data and opens what it finds unless told otherwise', () => {
    const expected = { fresh: false, server: false, open: true, help: false };
    assert.deepEqual({ ...startOptions([]) }, expected);
  });

  it('reads every option', () => {
    assert.deepEqual(
      { ...startOptions(['--fresh', '--server', '--no-open', '--port', '9092']) },
      { fresh: true, server: true, open: false, help: false, port: 9092 },
    );
  });

  it('refuses an unknown option and a port that is none, and shows what there is', () => {
    assert.throws(() => startOptions(['--frseh']), /--frseh[^]*npm start -- \[options\]/);
    assert.throws(() => startOptions(['--port', '70000']), /"70000" is not a port/);
  });
});
