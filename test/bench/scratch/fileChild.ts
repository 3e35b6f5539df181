// Produces a file's records by a PRODUCER block, in a process of its own.
import { basename, dirname } from 'node:path';
import type { FileFigures, FileTask } from './fileTask.ts';
import { runBlocks } from './produceRate.ts';

const { bootstrapServers, path } = JSON.parse(process.argv[2] ?? '{}') as FileTask;
const results = await runBlocks(
  'TOPIC %TOPIC%\npartitions: 3\n###\n' +
    `PRODUCER\ntopic: %TOPIC%\nrecords: lines file(${basename(path)})\nseparator: :\n`,
  bootstrapServers,
  dirname(path),
);
const figures: FileFigures = {
  ms: results.find(({ kind }) => kind === 'PRODUCER')?.ms ?? NaN,
  peakMb: process.resourceUsage().maxRSS / 1024,
};
console.log(JSON.stringify(figures));
