import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { tempFolder } from '../../support/tempFolder.ts';

const root = join(import.meta.dirname, '../../..');
const skip = process.platform === 'win32';

interface Ended {
  readonly code: number | null;
  /** What it printed, to both streams. */
  readonly text: string;
}

/** What a machine lacks is told before anything is fetched, built or started. */
describe('on a machine that lacks something', { skip }, () => {
  let folder: { path: string; remove: () => Promise<void> };
  let programs: string;

  beforeEach(async () => {
    folder = await tempFolder();
    programs = join(folder.path, 'bin');
    await mkdir(programs);
  });
  afterEach(() => folder.remove());

  const installJava = async (version: string) => {
    const java = join(programs, 'java');
    await writeFile(java, `#!/bin/sh\necho 'openjdk version "${version}"' >&2\n`);
    await chmod(java, 0o755);
  };
  const run = (script: string, ...args: string[]) =>
    new Promise<Ended>((resolve) => {
      const env = {
        PATH: programs,
        KAFKA_WORKBENCH_DATA: join(folder.path, 'data'),
        KAFKA_WORKBENCH_CACHE: join(folder.path, 'cache'),
      };
      const child = execFile(
        process.execPath,
        [join(root, script), ...args],
        { env },
        (_error, stdout, stderr) => resolve({ code: child.exitCode, text: stdout + stderr }),
      );
    });
  const start = () => run('scripts/start/main.ts', '--server', '--no-open');
  const test = () => run('test/run.ts', 'test/cluster/local/sampleTopics.test.ts');

  it('npm start asks for Java', async () => {
    const { code, text } = await start();
    assert.equal(code, 1);
    assert.match(text, /✗ No Java was found, and Kafka needs it\. Install Java 17 or later/);
  });

  it('npm start asks for a newer Java than one that is too old', async () => {
    await installJava('11.0.2');
    const { code, text } = await start();
    assert.equal(code, 1);
    assert.match(text, /✗ Java 11 was found, but Kafka needs Java 17 or later\./);
  });

  it('npm start asks for Maven', async () => {
    await installJava('17.0.15');
    const { code, text } = await start();
    assert.equal(code, 1);
    assert.match(text, /✗ Maven is needed to fetch Apache Kafka.*Install Maven 3\.8 or later\./);
  });

  it('npm test asks for the same, and has failed', async () => {
    const java = await test();
    assert.equal(java.code, 1);
    assert.match(java.text, /✗ can be prepared\n +No Java was found, and Kafka needs it\./);
    assert.match(java.text, /\n0 passed, 1 failed\n$/);
    await installJava('17.0.15');
    assert.match((await test()).text, /✗ can be prepared\n(?:• .*\n)* +Maven is needed/);
  });
});
