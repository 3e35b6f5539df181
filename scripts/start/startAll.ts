import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { silentLog } from '../../src/core/log.ts';
import { findJava } from '../../src/local/findJava.ts';
import { startLocalCluster } from '../../src/local/localCluster.ts';
import { build } from '../package/build.ts';
import { packageVsix } from '../package/packageVsix.ts';
import { kafkaLibs } from '../setup/kafkaLibs.ts';
import { say } from '../setup/say.ts';
import { vscodeServerFiles } from '../setup/vscodeServerFiles.ts';
import { startVscodeServer } from '../vscode/vscodeServer.ts';
import { DesktopVscode, findDesktopVscode } from './desktopVscode.ts';
import { fillSampleTopics } from './fillSampleTopics.ts';
import { writeOwnSettings } from './ownSettings.ts';
import type { StartOptions } from './startOptions.ts';

const samples = join(import.meta.dirname, '..', '..', 'samples');

/** What runs after a start. */
export interface Started {
  readonly bootstrapServers: string;
  /** Where a browser opens VS Code; undefined for desktop VS Code. */
  readonly url: string | undefined;
}

/**
 * Installs, builds and starts everything, step by step in words.
 *
 * @param folder where data, settings and workspace of `npm start` are
 * @param undo gets a call for everything started, in order; the caller runs them backwards
 */
export async function startAll(
  options: StartOptions,
  folder: string,
  undo: (() => Promise<void>)[],
  signal: AbortSignal,
): Promise<Started> {
  const java = await findJava();
  const libs = await kafkaLibs(signal);
  const desktop = options.server ? undefined : findDesktopVscode();
  const serverFiles = desktop === undefined ? await vscodeServerFiles(signal) : undefined;
  signal.throwIfAborted();

  say('Building the extension');
  await build();
  const vsix = await packageVsix();
  signal.throwIfAborted();

  const vscode = join(folder, 'vscode');
  const workspace = join(folder, 'workspace');
  if (options.fresh) {
    say('Forgetting data, settings and files of earlier starts');
    for (const old of [vscode, workspace]) await rm(old, { recursive: true, force: true });
  }

  say('Starting Apache Kafka');
  const cluster = await startLocalCluster(
    {
      kafkaLibs: libs,
      java,
      folder: join(folder, 'kafka'),
      log: silentLog,
      fresh: options.fresh,
      ...(options.port !== undefined && { ports: [options.port] }),
    },
    signal,
  );
  undo.push(() => cluster.stop());
  const { bootstrapServers } = cluster;
  const filled = await fillSampleTopics(bootstrapServers, signal);
  if (filled.length > 0) say(`Filled the sample topics ${filled.join(', ')}`);

  await mkdir(workspace, { recursive: true });
  // Samples that the person has changed stay as they are.
  if (existsSync(samples)) await cp(samples, workspace, { recursive: true, force: false });
  const settings = join(vscode, 'user', 'User', 'settings.json');
  if (!(await writeOwnSettings(settings, bootstrapServers))) {
    say(
      `${settings} cannot be read and stays as it is: add the cluster ${bootstrapServers} yourself`,
    );
  }

  if (desktop !== undefined) {
    say('Opening VS Code');
    const window = new DesktopVscode(desktop, vscode);
    undo.push(() => window.close());
    await window.open(vsix, workspace);
    return { bootstrapServers, url: undefined };
  }
  say("Starting VS Code's server");
  const server = await startVscodeServer({
    files: serverFiles ?? '',
    folder: vscode,
    vsixes: [vsix],
    token: randomBytes(16).toString('hex'),
  });
  undo.push(() => server.stop());
  return { bootstrapServers, url: server.url({ folder: workspace }) };
}
