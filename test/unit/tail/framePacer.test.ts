import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { FramePacer } from '../../../src/vscode/tail/framePacer.ts';

describe('FramePacer', () => {
  let nowMs = 0;
  let newRows = 0;
  let pushedAt: number[] = [];
  let pacer: FramePacer;

  /** Lets time pass, a request in every millisecond of it. */
  const requestFor = (ms: number): void => {
    for (const end = nowMs + ms; nowMs < end;) {
      pacer.request();
      nowMs++;
      mock.timers.tick(1);
    }
  };

  afterEach(() => mock.timers.reset());
  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    [nowMs, newRows, pushedAt] = [1000, 1, []];
    pacer = new FramePacer({
      push: () => pushedAt.push(nowMs),
      newRows: () => newRows,
      now: () => nowMs,
    });
  });

  it('pushes at once after quiet, however much has come', () => {
    newRows = 1_000_000;
    pacer.request();
    assert.deepEqual(pushedAt, [1000]);
  });

  it('pushes once a frame while rows can be read', () => {
    requestFor(100);
    assert.deepEqual(pushedAt, [1000, 1016, 1032, 1048, 1064, 1080, 1096]);
  });

  it('pushes ten times a second in a flood', () => {
    newRows = 1000;
    requestFor(301);
    assert.deepEqual(pushedAt, [1000, 1100, 1200, 1300]);
  });

  it('slows down within a frame in which a flood begins', () => {
    requestFor(5);
    newRows = 51;
    requestFor(200);
    assert.deepEqual(pushedAt, [1000, 1100, 1200]);
  });

  it('tells what came last once it is quiet again', () => {
    requestFor(2);
    mock.timers.tick((nowMs = 2000));
    assert.equal(pushedAt.length, 2);
  });

  it('pushes nothing any more once it is disposed', () => {
    requestFor(2);
    pacer.dispose();
    mock.timers.tick((nowMs = 2000));
    assert.equal(pushedAt.length, 1);
  });
});
