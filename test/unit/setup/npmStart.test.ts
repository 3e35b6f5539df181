import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { tempFolder } from '../../support/tempFolder.ts';

const main = join(import.meta.dirname, '../../../scripts/start/main.ts');

interface Ended {
  readonly code: number | null;
  readonly stderr: string;
}

/** What a machine lacks is told before anything is fetched, built or started. */
describe(
  'npm start on a machine that lacks something',
  { skip: process.platform === 'win32' },
  () => {
    let folder: { path: string; remove: () => Promise<void> };
    let programs: string;

    beforeEach(async () => {
      folder = await tempFolder();
      programs = join(folder.path, 'bin');
      await mkdir(programs);
    });
    afterEach(() => folder.remove());

    const install = async (version: string) => {
      const java = join(programs, 'java');
      await writeFile(java, `#!/bin/sh\necho 'openjdk version "${version}"' >&2\n`);
      await chmod(java, 0o755);
    };
    const start = () =>
      new Promise<Ended>((resolve) => {
        const env = {
          PATH: programs,
          KAFKA_WORKBENCH_DATA: join(folder.path, 'data'),
          KAFKA_WORKBENCH_CACHE: join(folder.path, 'cache'),
        };
        const child = execFile(
          process.execPath,
          [main, '--server', '--no-open'],
          { env },
          (_error, _stdout, stderr) => resolve({ code: child.exitCode, stderr }),
        );
      });

    it('asks for Java', async () => {
      const { code, stderr } = await start();
      assert.equal(code, 1);
      assert.match(stderr, /✗ No Java was found, and Kafka needs it\. Install Java 17 or later/);
    });

    it('asks for a newer Java than one that is too old', async () => {
      await install('11.0.2');
      const { code, stderr } = await start();
      assert.equal(code, 1);
      assert.match(stderr, /✗ Java 11 was found, but Kafka needs Java 17 or later\./);
    });

    it('asks for Maven', async () => {
      await install('17.0.15');
      const { code, stderr } = await start();
      assert.equal(code, 1);
      assert.match(
        stderr,
        /✗ Maven is needed to fetch Apache Kafka.*Install Maven 3\.8 or later\./,
      );
    });
  },
);
