// `npm start`: a real Kafka with sample data and VS Code with the extension, until Ctrl+C.
import { join } from 'node:path';
import { isAbort } from '../../src/core/kafkaError.ts';
import { ProcessLock } from '../setup/processLock.ts';
import { say } from '../setup/say.ts';
import { SetupProblem } from '../setup/setupProblem.ts';
import { setupSentence } from '../setup/setupSentence.ts';
import { dataFolder } from '../setup/userFolders.ts';
import { openBrowser } from './openBrowser.ts';
import { startAll } from './startAll.ts';
import { startOptions, startUsage } from './startOptions.ts';

const folder = dataFolder();
const lock = new ProcessLock(join(folder, 'start.lock'));
const abort = new AbortController();
const undo: (() => Promise<void>)[] = [];

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => abort.abort());
}
// Our starter was killed: nobody is there to press Ctrl+C any more.
process.on('disconnect', () => abort.abort());

try {
  const options = startOptions(process.argv.slice(2));
  if (options.help) console.log(startUsage);
  else await start();
} catch (error) {
  if (!isAbort(error)) {
    console.error(`✗ ${setupSentence(error)}`);
    process.exitCode = 1;
  }
} finally {
  if (undo.length > 0) say('Ending what was started');
  for (const end of undo.reverse())
    await end().catch((error: unknown) => say(setupSentence(error)));
  lock.release();
  process.channel?.unref();
}

async function start(): Promise<void> {
  if (!lock.take('it is still starting')) {
    const owner = lock.owner();
    throw new SetupProblem(
      `"npm start" runs already (process ${owner?.pid ?? '?'}): ${owner?.note ?? ''}\nEnd it with Ctrl+C in its terminal first.`,
    );
  }
  const options = startOptions(process.argv.slice(2));
  const { bootstrapServers, url } = await startAll(options, folder, undo, abort.signal);
  lock.tell(url ?? bootstrapServers);
  console.log(`\n  Kafka    ${bootstrapServers}`);
  console.log(url === undefined ? '  VS Code  its window is open' : `  VS Code  ${url}`);
  console.log('\n  Ctrl+C ends everything. Data stay for the next start (--fresh forgets them).\n');
  if (url !== undefined && options.open) openBrowser(url);
  await new Promise<void>((resolve) => {
    // Keeps us alive: the servers alone do not.
    const alive = setInterval(() => undefined, 60_000);
    const end = () => {
      clearInterval(alive);
      resolve();
    };
    if (abort.signal.aborted) end();
    else abort.signal.addEventListener('abort', end, { once: true });
  });
}
