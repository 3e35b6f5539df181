// Benchmarks on real parts: `npm run bench -- NAME [options]`. People read the figures; nothing asserts them.
import { activationBench } from './activation.ts';
import { readerBench } from './reader.ts';
import { scratchBench } from './scratch.ts';
import { tailBench } from './tail.ts';

const benches: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  activation: activationBench,
  reader: readerBench,
  scratch: scratchBench,
  tail: tailBench,
};

const [name = '', ...args] = process.argv.slice(2);
const bench = benches[name];
if (bench === undefined) {
  console.error(`Which benchmark? ${Object.keys(benches).join(', ')}`);
  process.exitCode = 2;
} else {
  await bench(args);
}
// The channel to the script that started us would keep us going.
process.channel?.unref();
