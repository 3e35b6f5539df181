import { join } from 'node:path';
import { cacheFolder } from '../../scripts/setup/userFolders.ts';
import { say } from '../../scripts/setup/say.ts';

/** The desktop VS Code that host tests run in when `VSCODE_TEST` is `electron`. */
const version = '1.139.1';

/**
 * The executable of desktop VS Code, fetched by @vscode/test-electron into the per-user cache; the environment's
 * `VSCODE_ELECTRON` names another one.
 */
export async function desktopVscodeFiles(): Promise<string> {
  const { downloadAndUnzipVSCode, SilentReporter } = await import('@vscode/test-electron');
  say(`Fetching desktop VS Code ${version}`);
  return downloadAndUnzipVSCode({
    version,
    cachePath: join(cacheFolder(), 'vscode-desktop'),
    reporter: new SilentReporter(),
  });
}
