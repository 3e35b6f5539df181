import { spawn } from 'node:child_process';
import { onPath } from '../setup/onPath.ts';

/** Opens a URL in the user's browser where there is a desktop; says nothing where there is none. */
export function openBrowser(url: string): void {
  const { platform, env } = process;
  const desktop = env.DISPLAY !== undefined || env.WAYLAND_DISPLAY !== undefined;
  const [command, ...args] =
    platform === 'darwin'
      ? ['open', url]
      : platform === 'win32'
        ? ['rundll32', 'url.dll,FileProtocolHandler', url]
        : [desktop ? onPath('xdg-open') : undefined, url];
  if (command === undefined) return;
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
