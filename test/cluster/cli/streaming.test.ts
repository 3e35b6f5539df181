import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { describeTopic } from '../../../src/kafka/admin/describeTopic.ts';
import { listPartitionOffsets } from '../../../src/kafka/admin/listPartitionOffsets.ts';
import type { ClusterClient } from '../../../src/kafka/connection/clusterClient.ts';
import { english } from '../../../src/messages/translate.ts';
import { resultText } from '../../../src/messages/resultText.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { runFirst } from './runFirst.ts';
import { runScratch, topicName } from './runScratch.ts';

async function writtenIn(client: ClusterClient, topic: string): Promise<bigint> {
  const offsets = await listPartitionOffsets(client, await describeTopic(client, topic));
  return offsets.reduce((all, { end = 0n, beginning = 0n }) => all + end - beginning, 0n);
}

describe('a PRODUCER with the records of a file', () => {
  it('sends all of it, in order, as often as count says, and tells progress', async () => {
    const topic = topicName();
    await runScratch(`TOPIC ${topic}\npartitions: 3`);
    const folder = await tempFolder();
    try {
      const lines = Array.from(
        { length: 60_000 },
        (_, index) => `key-${index % 500}:value ${index}`,
      );
      await writeFile(join(folder.path, 'many.txt'), `${lines.join('\n')}\n`);
      const progress: number[] = [];
      await runFirst(
        `PRODUCER\ntopic: ${topic}\nrecords: file(many.txt)\nseparator: :\ncount: 2\n`,
        { baseDir: folder.path, progress: ({ written }) => progress.push(written) },
        async (result, client) => {
          assert.equal(result.error, undefined);
          assert.equal(result.count, 120_000);
          assert.equal(await writtenIn(client, topic), 120_000n);
        },
      );
      assert.deepEqual(
        progress,
        [...progress].sort((a, b) => a - b),
      );
    } finally {
      await folder.remove();
    }
  });

  it('stops at a line that is wrong, names it, and tells what was written before it', async () => {
    const topic = topicName();
    const lines = Array.from({ length: 5000 }, (_, index) => `a:${index}`);
    const { code, results } = await runScratch(
      `TOPIC ${topic}\n###\nPRODUCER\ntopic: ${topic}\nrecords: file(a.txt)\nseparator: :\n`,
      { files: { 'a.txt': `${lines.join('\n')}\nwrong\n` } },
    );
    assert.equal(code, 1);
    const [, result] = results;
    assert.match(result?.error?.message ?? '', /There is no “:” on line 5001/);
    assert.ok((result?.count ?? result?.records?.length ?? 0) <= 5000);
  });
});

describe('a PRODUCER that is cancelled', () => {
  it('tells how much of it was written', async () => {
    const topic = topicName();
    await runScratch(`TOPIC ${topic}`);
    const abort = new AbortController();
    await runFirst(
      `PRODUCER\ntopic: ${topic}\ncount: 100000\nrate: 1000/s\nrecord {{$index}}\n`,
      {
        signal: abort.signal,
        progress: ({ written }) => {
          if (written >= 200) abort.abort();
        },
      },
      async (result, client) => {
        assert.equal(result.ok, false);
        assert.equal(result.cancelled, true);
        const count = result.count ?? 0;
        assert.ok(count >= 200 && count < 100_000);
        const stored = await writtenIn(client, topic);
        assert.ok(stored >= BigInt(count) && stored <= BigInt(count + (result.unknown ?? 0)));
        assert.match(resultText(result, english), /^■ cancelled: [\d,]+ written/);
      },
    );
  });

  it('rejects where nothing was sent', async () => {
    const abort = new AbortController();
    abort.abort();
    await assert.rejects(
      runFirst('PRODUCER\ntopic: none\nx', { signal: abort.signal }, () => Promise.resolve()),
      { name: 'AbortError' },
    );
  });
});
