// `npm run bench -- NAME`: prints figures; they are read by people and compared within one run, never asserted.
import { activation } from './activation.ts';

/** Every benchmark that this starter knows, by name. */
const benches: Readonly<Record<string, () => Promise<void>>> = { activation };

const name = process.argv[2] ?? '';
const bench = benches[name];
if (bench === undefined) {
  console.error(`npm run bench -- NAME, where NAME is one of: ${Object.keys(benches).join(', ')}`);
  process.exitCode = 2;
} else {
  await bench();
}
process.channel?.unref();
