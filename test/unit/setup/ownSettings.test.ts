import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
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
});
