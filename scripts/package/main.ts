// `npm run package`: builds and packs the VSIX.
import { stat } from 'node:fs/promises';
import { say } from '../setup/say.ts';
import { build } from './build.ts';
import { packageVsix } from './packageVsix.ts';

say('Building');
await build();
say('Packaging');
const path = await packageVsix();
console.log(`${path} (${Math.round((await stat(path)).size / 1000)} kB)`);
process.channel?.unref();
