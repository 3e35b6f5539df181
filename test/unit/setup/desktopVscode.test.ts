import assert from 'node:assert/strict';
import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { DesktopVscode } from '../../../scripts/start/desktopVscode.ts';
import { tempFolder } from '../../support/tempFolder.ts';

describe('desktop VS Code', { skip: process.platform === 'win32' }, () => {
  let folder: { path: string; remove: () => Promise<void> };
  let vscode: DesktopVscode;
  let calls: string;

  beforeEach(async () => {
    folder = await tempFolder();
    calls = join(folder.path, 'calls');
    const command = join(folder.path, 'code');
    await writeFile(command, `#!/bin/sh\necho "$@" >> ${calls}\n`);
    await chmod(command, 0o755);
    vscode = new DesktopVscode(command, folder.path);
  });
  afterEach(() => folder.remove());

  it('gets the extension and a window, in folders of its own', async () => {
    await vscode.open('/a/our.vsix', '/a/workspace');
    const own = `--user-data-dir ${folder.path}/user --extensions-dir ${folder.path}/extensions`;
    const [install, open] = (await readFile(calls, 'utf8')).split('\n');
    assert.equal(install, `${own} --install-extension /a/our.vsix --force`);
    assert.equal(open, `${own} --new-window /a/workspace`);
  });

  it('is ended by the process id that it notes, and no other', async () => {
    await vscode.close();
    const program = spawn('sleep', ['60']);
    const ended = once(program, 'exit');
    await mkdir(join(folder.path, 'user'));
    await writeFile(join(folder.path, 'user', 'code.lock'), String(program.pid));
    await vscode.close();
    assert.deepEqual(await ended, [null, 'SIGTERM']);
  });
});
