import { runOnNode24 } from './setup/runOnNode24.mjs';

await runOnNode24('esbuild.mjs');
