import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { cached, type CachedThing } from '../../../scripts/setup/cached.ts';
import { tempFolder } from '../../support/tempFolder.ts';

describe('the cache of heavy parts', () => {
  let base: { path: string; remove: () => Promise<void> };
  let fetches: number;
  let thing: CachedThing;
  const inBase = () => ({ base: base.path });

  beforeEach(async () => {
    base = await tempFolder();
    fetches = 0;
    thing = {
      name: 'thing-1.0',
      title: 'a thing',
      bytes: 1000,
      hashes: true,
      fetch: async (folder) => {
        fetches++;
        await mkdir(join(folder, 'lib'));
        await writeFile(join(folder, 'lib', 'a.jar'), 'whole content');
        await writeFile(join(folder, 'b.jar'), 'other content');
      },
    };
  });
  afterEach(() => base.remove());

  it('fetches a thing once', async () => {
    const first = await cached(thing, inBase());
    assert.equal(await cached(thing, inBase()), first);
    assert.equal(fetches, 1);
    assert.equal(await readFile(join(first, 'b.jar'), 'utf8'), 'other content');
  });

  it('fetches again when a file is cut short, changed or gone', async () => {
    const folder = await cached(thing, inBase());
    const path = join(folder, 'lib', 'a.jar');
    for (const damage of ['whole', 'wh0le content']) {
      await writeFile(path, damage);
      await cached(thing, inBase());
      assert.equal(await readFile(path, 'utf8'), 'whole content');
    }
    assert.equal(fetches, 3);
  });

  it('leaves nothing behind when fetching fails, and tries anew the next time', async () => {
    const failing = { ...thing, fetch: () => Promise.reject(new Error('no network')) };
    await assert.rejects(cached(failing, inBase()), /no network/);
    assert.equal(existsSync(join(base.path, 'thing-1.0')), false);
    assert.equal(existsSync(join(base.path, 'thing-1.0.lock')), false);
    await cached(thing, inBase());
    assert.equal(fetches, 1);
  });

  it('fetches once for two that ask at the same time', async () => {
    const [one, two] = await Promise.all([cached(thing, inBase()), cached(thing, inBase())]);
    assert.equal(one, two);
    assert.equal(fetches, 1);
  });

  it('takes over from a process that died while it fetched', async () => {
    await writeFile(join(base.path, 'thing-1.0.lock'), '{"pid":999999999,"note":""}');
    await mkdir(join(base.path, 'thing-1.0.partial'));
    await cached(thing, inBase());
    assert.equal(fetches, 1);
  });

  it('stops fetching, and waiting for who fetches, when it is told to', async () => {
    const abort = new AbortController();
    const { promise: started, resolve: start } = deferred();
    const slow: CachedThing = {
      ...thing,
      fetch: (_, signal) => {
        start();
        return new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(new DOMException('Ended', 'AbortError')));
        });
      },
    };
    const fetching = cached(slow, { ...inBase(), signal: abort.signal });
    await started;
    const waiting = cached(thing, { ...inBase(), signal: abort.signal });
    abort.abort();
    const ends = await Promise.allSettled([fetching, waiting]);
    assert.deepEqual(
      ends.map((end) => end.status === 'rejected' && (end.reason as Error).name),
      ['AbortError', 'AbortError'],
    );
    await cached(thing, inBase());
    assert.equal(fetches, 1);
  });

  it('says how much space is needed when the disk has less', async () => {
    const huge = { ...thing, bytes: 1e18 };
    await assert.rejects(
      cached(huge, inBase()),
      /a thing needs \d+ MB of disk space .* MB are free/,
    );
    assert.equal(fetches, 0);
  });
});

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}
