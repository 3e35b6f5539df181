import { existsSync } from 'node:fs';
import { runOnNode24 } from './setup/runOnNode24.mjs';

// npm's scripts run under node_modules' own Node 24 once it is there: then nothing else is looked at first.
const installed = existsSync(new URL('../node_modules/.package-lock.json', import.meta.url));
if (installed && parseInt(process.versions.node, 10) >= 24) await import('../src/cli/scratch.ts');
else await runOnNode24('src/cli/scratch.ts');
