import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { onPath } from './onPath.ts';
import { runCommand } from './runCommand.ts';
import { say } from './say.ts';
import { SetupProblem } from './setupProblem.ts';

/**
 * The path of a Chromium-based browser for page and host tests: `CHROMIUM` when set, else the first that is
 * installed, else apt's `chromium` where we are root and apt is there.
 */
export async function chromium(): Promise<string> {
  const told = process.env.CHROMIUM;
  if (told !== undefined && told !== '') {
    if (!existsSync(told)) throw new SetupProblem(`CHROMIUM names ${told}, which does not exist.`);
    return told;
  }
  const found = findBrowser();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && onPath('apt-get') !== undefined) {
    say('Installing Chromium with apt');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await runCommand('apt-get', ['update', '-q'], { env });
    await runCommand('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], {
      env,
    });
    const installed = findBrowser();
    if (installed !== undefined) return installed;
  }
  throw new SetupProblem(
    'The page and host tests need Chrome, Chromium or Edge. Install one of them, or set CHROMIUM to its path.',
  );
}

function findBrowser(): string | undefined {
  const { env } = process;
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge']
      .map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
      .find((path) => existsSync(path));
  }
  if (process.platform === 'win32') {
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .filter((base) => base !== undefined)
      .flatMap((base) => [
        join(base, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        join(base, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      ])
      .find((path) => existsSync(path));
  }
  return onPath(
    'chromium',
    'google-chrome',
    'google-chrome-stable',
    'chromium-browser',
    'microsoft-edge',
  );
}
