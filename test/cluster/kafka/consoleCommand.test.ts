import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { createTopic } from '../../../src/kafka/admin/createTopic.ts';
import { deleteTopics } from '../../../src/kafka/admin/deleteTopics.ts';
import type { ClusterClient } from '../../../src/kafka/connection/clusterClient.ts';
import { consoleProducerCommand } from '../../../src/vscode/tail/copy/consoleProducerCommand.ts';
import { consoleRecord } from '../../support/consoleRecord.ts';
import { fromRunner } from '../../support/environment.ts';
import { consoleConsume, kafkaTools } from '../../support/kafkaTools.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { testClient } from '../../support/testClient.ts';
import { uniqueName } from '../../support/uniqueName.ts';

type Pair = readonly [name: string, value: string | null];

const records: readonly (readonly [string | null, string | null, readonly Pair[]])[] = [
  ['u-1', '{"n":9007199254740993,"s":"it\'s $HOME `x` \\\\ |"}', []],
  [null, 'null', [['source', 'a,b:c|d']]],
  ['a|b', null, [['x:y', null]]],
  [
    '',
    '',
    [
      ['source', ''],
      ['source', 'zwei ß 日本'],
    ],
  ],
];

describe('a copied kafka-console-producer command', () => {
  let client: ClusterClient;
  const topic = uniqueName('copied');
  before(async () => {
    client = testClient();
    await createTopic(client, { name: topic, partitions: 1 });
  });
  after(async () => {
    await deleteTopics(client, [topic]);
    await client.close();
  });

  it('writes the records again, run by a shell', async () => {
    const { text, leftOut } = consoleProducerCommand(
      [fromRunner('KAFKA_BOOTSTRAP')],
      topic,
      records.map((record) => consoleRecord(...record)),
    );
    assert.equal(leftOut, 0);
    const folder = await tempFolder();
    try {
      const script = join(folder.path, 'kafka-console-producer.sh');
      const jars = join(fromRunner('KAFKA_LIBS'), '*');
      await writeFile(script, `exec java -Xmx256m -cp '${jars}' ${kafkaTools.producer} "$@"\n`);
      await chmod(script, 0o755);
      const path = `${folder.path}:${process.env.PATH ?? ''}`;
      await promisify(execFile)('sh', ['-c', text], {
        env: { ...process.env, PATH: path },
        timeout: 60_000,
      });
    } finally {
      await folder.remove();
    }
    const lines = await consoleConsume(topic, records.length);
    const shown = lines.map((line) => line.split('\t').slice(3));
    assert.deepEqual(
      shown,
      records.map(([key, value, headers]) => [
        headers.length === 0
          ? 'NO_HEADERS'
          : headers.map(([name, header]) => `${name}:${header ?? 'null'}`).join(','),
        key ?? 'null',
        value ?? 'null',
      ]),
    );
  });
});
