import { isAbort } from '../core/kafkaError.ts';
import { parseScratch } from '../core/scratch/parseScratch.ts';
import { parseBootstrapServers } from '../kafka/connection/clusterProfile.ts';
import { english } from '../messages/translate.ts';
import { failureOf } from '../run/failureOf.ts';
import { parseArguments, usage } from './arguments.ts';
import { checkLines } from './checkLines.ts';
import { readScratchFile } from './readScratchFile.ts';
import { runFile } from './runFile.ts';

/** Exit codes: 0 all went well, 1 a block failed or the file has errors, 2 the call itself was wrong. */
const failed = 1;
const wrongCall = 2;
const interrupted = 130;
/** As of a program that is ended by SIGPIPE: whoever read the output had enough. */
const unread = 141;

// A write that fails tells its callback; without a listener the process would end here with a stack trace.
process.stdout.on('error', () => undefined);

/** Waits until the line is out: a pipe takes megabytes only as fast as they are read. */
function print(line: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${line}\n`, (error) => (error ? reject(error) : resolve()));
  });
}

/** The headless face of `src/run`; results go to stdout, everything else to stderr. Gives the exit code. */
async function main(): Promise<number> {
  const args = parseArguments(process.argv.slice(2));
  if (typeof args === 'string') {
    console.error(`${args}\n\n${usage}`);
    return wrongCall;
  }
  const document = parseScratch(await readScratchFile(args.file));
  if (args.check) {
    for (const line of checkLines(document, args.variables)) {
      await print(line);
    }
    return document.diagnostics.some(({ severity }) => severity === 'error') ? failed : 0;
  }
  if (args.block !== undefined && args.block >= document.blocks.length) {
    console.error(`${args.file} has ${document.blocks.length} blocks, counted from 0.`);
    return wrongCall;
  }
  if (args.bootstrap === undefined) {
    console.error(`No cluster is given: name one with --bootstrap HOST:PORT.\n\n${usage}`);
    return wrongCall;
  }
  const abort = new AbortController();
  process.once('SIGINT', () => abort.abort(new DOMException('Interrupted', 'AbortError')));
  const bootstrap = parseBootstrapServers(args.bootstrap);
  return (await runFile(document, args, bootstrap, print, abort.signal)) ? 0 : failed;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (isAbort(error)) {
    process.exitCode = interrupted;
  } else if (error instanceof Error && 'code' in error && error.code === 'EPIPE') {
    process.exitCode = unread;
  } else {
    const isOurs = error instanceof Error && error.constructor === Error;
    console.error(isOurs ? error.message : failureOf(error, english).message);
    process.exitCode = wrongCall;
  }
}
