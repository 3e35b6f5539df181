import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import ts from 'typescript';
import { writeOwnSettings } from '../../../scripts/start/ownSettings.ts';
import { tempFolder } from '../../support/tempFolder.ts';

describe('the settings of the VS Code that npm start opens', () => {
  let folder: { path: string; remove: () => Promise<void> };
  let path: string;
  const read = async () => JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;

  beforeEach(async () => {
    folder = await tempFolder();
    path = join(folder.path, 'User', 'settings.json');
  });
  afterEach(() => folder.remove());

  it('name the broker as the cluster Local', async () => {
    await writeOwnSettings(path, '127.0.0.1:1');
    assert.deepEqual((await read())['kafkaWorkbench.clusters'], {
      Local: { bootstrapServers: '127.0.0.1:1' },
    });
  });

  it('keep what the person has set, other clusters too', async () => {
    await writeOwnSettings(path, '127.0.0.1:1');
    const mine = { 'editor.fontSize': 20, 'kafkaWorkbench.clusters': { Mine: {}, Local: {} } };
    await writeFile(path, JSON.stringify(mine));
    await writeOwnSettings(path, '127.0.0.1:2');
    assert.deepEqual(await read(), {
      'editor.fontSize': 20,
      'kafkaWorkbench.clusters': { Mine: {}, Local: { bootstrapServers: '127.0.0.1:2' } },
    });
  });

  it('keep comments, commas and order of a file that was edited by hand', async () => {
    await writeOwnSettings(path, '127.0.0.1:1');
    const mine = (address: string) => `{
  // larger
  "editor.fontSize": 20, /* pt */
  "kafkaWorkbench.clusters": {
    "Local": { "bootstrapServers": "${address}" }, // mine
  },
}
`;
    await writeFile(path, mine('old:1'));
    assert.equal(await writeOwnSettings(path, '127.0.0.1:2'), true);
    assert.equal(await readFile(path, 'utf8'), mine('127.0.0.1:2'));
  });

  it('name the broker in a file that does not know it', async () => {
    await mkdir(dirname(path), { recursive: true });
    for (const text of ['{}', '{ // nothing\n}', '{ "kafkaWorkbench.clusters": {}, "a": [1] }']) {
      await writeFile(path, text);
      assert.equal(await writeOwnSettings(path, '127.0.0.1:1'), true, text);
      const { config } = ts.parseConfigFileTextToJson(path, await readFile(path, 'utf8')) as {
        config: Record<string, unknown>;
      };
      assert.deepEqual(config['kafkaWorkbench.clusters'], {
        Local: { bootstrapServers: '127.0.0.1:1' },
      });
    }
  });

  it('stay as they are where nobody could read them', async () => {
    await mkdir(dirname(path), { recursive: true });
    for (const text of ['{ "a": ', '[]', 'hello']) {
      await writeFile(path, text);
      assert.equal(await writeOwnSettings(path, '127.0.0.1:1'), false, text);
      assert.equal(await readFile(path, 'utf8'), text);
    }
  });
});
