// `npm run screenshots`: takes the README's pictures in a real VS Code on a real Kafka, in dark and light.
// `npm run screenshots -- --look`: takes them in every kind of theme, wide and narrow, into test-results/pictures.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog } from '../../src/core/log.ts';
import { startLocalCluster } from '../../src/local/localCluster.ts';
import { build } from '../package/build.ts';
import { packageVsix } from '../package/packageVsix.ts';
import { chromium } from '../setup/chromium.ts';
import { kafkaLibs } from '../setup/kafkaLibs.ts';
import { say } from '../setup/say.ts';
import { vscodeServerFiles } from '../setup/vscodeServerFiles.ts';
import { fillSampleTopics } from '../start/fillSampleTopics.ts';
import { takePictures, type Pictures } from './takePictures.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = await mkdtemp(join(tmpdir(), 'kafka-workbench-pictures-'));
const abort = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => abort.abort());
try {
  const libs = await kafkaLibs();
  process.env.CHROMIUM = await chromium();
  process.env.VSCODE_SERVER = await vscodeServerFiles();
  say('Building');
  await build();
  process.env.EXTENSION_VSIX = await packageVsix();
  say('Starting Apache Kafka');
  const cluster = await startLocalCluster(
    { kafkaLibs: libs, folder: join(folder, 'kafka'), log: silentLog },
    abort.signal,
  );
  try {
    await fillSampleTopics(cluster.bootstrapServers, abort.signal);
    for (const wanted of wantedPictures()) {
      abort.signal.throwIfAborted();
      say(`Taking the pictures in ${wanted.theme}, ${wanted.width} px wide`);
      await mkdir(wanted.folder, { recursive: true });
      await takePictures(wanted, cluster.bootstrapServers);
    }
  } finally {
    await cluster.stop();
  }
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  process.channel?.unref();
}

function wantedPictures(): Pictures[] {
  if (!process.argv.includes('--look')) {
    const media = join(root, 'media');
    return (['dark', 'light'] as const).map((theme) => ({ theme, width: 1280, folder: media }));
  }
  const themes = ['dark', 'light', 'hc-dark', 'hc-light'] as const;
  return [1280, 600].flatMap((width) =>
    themes.map((theme) => {
      const looked = join(root, 'test-results', 'pictures', String(width));
      return { theme, width, folder: looked };
    }),
  );
}
