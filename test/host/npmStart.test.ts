import assert from 'node:assert/strict';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { TailView } from '../support/host/tailView.ts';
import { Workbench } from '../support/host/workbench.ts';
import { kafkaTool } from '../support/kafkaTools.ts';
import { tempFolder } from '../support/tempFolder.ts';

const npmStart = ['start', '--', '--server', '--no-open'];

describe('npm start', () => {
  let folder: { path: string; remove: () => Promise<void> };
  let env: NodeJS.ProcessEnv;
  let start: ChildProcess;
  let browser: Browser | undefined;
  let url: string;
  let bootstrap: string;

  before(async () => {
    folder = await tempFolder();
    env = { ...process.env, KAFKA_WORKBENCH_DATA: folder.path };
    ({ start, url, bootstrap } = await startAndRead(env));
  });
  after(async () => {
    await browser?.close();
    await end(start);
    await folder.remove();
  });

  it('prints the address of a broker that holds the sample topics', async () => {
    const topics = (await kafkaTool('topics', ['--list'], bootstrap)).split('\n');
    for (const topic of ['users', 'orders', 'user-profiles', 'telemetry-binary']) {
      assert.ok(topics.includes(topic), topic);
    }
  });

  it('opens VS Code with the extension, the cluster Local and its sample topics', async () => {
    browser = await launchChromium();
    const workbench = new Workbench(await browser.newPage());
    await workbench.page.goto(url);
    await workbench.ready();
    await workbench.show('Kafka');
    await workbench.tree.expandPath('Local', 'Topics');
    for (const topic of ['users', 'orders', 'user-profiles', 'telemetry-binary']) {
      await workbench.tree.item(topic).waitFor();
    }
    await workbench.tree.choose('users', 'Tail Topic');
    const tail = await TailView.of(workbench);
    await tail.fromBeginning();
    const [first] = await tail.rows(5);
    assert.match(first?.key ?? '', /^User_\d+$/);
    assert.match(
      first?.value ?? '',
      /"registertime":\d+,"userid":"User_\d+","regionid":"Region_\d/,
    );
  });

  it('says so when one runs already', async () => {
    const second = promisify(execFile)('npm', npmStart, { env });
    await assert.rejects(second, (error: { stderr: string; code: number }) => {
      assert.match(error.stderr, /runs already/);
      assert.ok(error.stderr.includes(url));
      return error.code === 1;
    });
  });

  it('says so when the port it is told is taken', async () => {
    const other = await tempFolder();
    const port = bootstrap.split(':').at(-1) ?? '';
    const second = promisify(execFile)('npm', [...npmStart, '--port', port], {
      env: { ...env, KAFKA_WORKBENCH_DATA: other.path },
    });
    await assert.rejects(second, (error: { stderr: string; code: number }) => {
      assert.match(error.stderr, new RegExp(`✗ Port ${port} is in use by another program\\.`));
      return error.code === 1;
    });
    await other.remove();
  });

  it('ends everything on Ctrl+C, and finds its data and its port again', async () => {
    await browser?.close();
    await end(start);
    assert.equal(await answers(bootstrap), false);
    assert.equal(await answers(new URL(url).host), false);
    const again = await startAndRead(env);
    try {
      assert.equal(again.bootstrap, bootstrap);
      assert.doesNotMatch(again.output, /Filled the sample topics/);
    } finally {
      await end(again.start);
    }
  });
});

/** Starts and waits for the lines with the addresses. */
async function startAndRead(env: NodeJS.ProcessEnv) {
  // A group of its own: Ctrl+C in a terminal goes to npm and all it runs, and so does ours.
  const start = spawn('npm', npmStart, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const printed = new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('Ctrl+C ends everything')) resolve();
    };
    start.stdout.on('data', read);
    start.stderr.on('data', read);
    start.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${output}`)));
  });
  await printed;
  const url = /VS Code {2}(http:\S+)/.exec(output)?.[1] ?? '';
  const bootstrap = /Kafka {4}(\S+)/.exec(output)?.[1] ?? '';
  return { start, url, bootstrap, output };
}

/** Presses Ctrl+C and waits for the end. */
async function end(start: ChildProcess): Promise<void> {
  if (start.exitCode !== null || start.signalCode !== null || start.pid === undefined) return;
  const closed = once(start, 'close');
  process.kill(-start.pid, 'SIGINT');
  await closed;
}

function answers(address: string): Promise<boolean> {
  const [host = '', port] = address.split(':');
  return new Promise((resolve) => {
    const socket = connect({ host, port: Number(port) });
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.on('connect', () => settle(true));
    socket.on('error', () => settle(false));
  });
}
