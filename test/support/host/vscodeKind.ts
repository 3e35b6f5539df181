/** The VS Code that host tests run in. */
export type VscodeKind = 'server' | 'electron';

/**
 * What the environment's `VSCODE_TEST` asks for: `server` (VS Code's own server in Chromium, also when it is not
 * set) or `electron` (desktop VS Code, downloaded by @vscode/test-electron).
 *
 * @throws Error for any other word: a run that tests another VS Code than it was told to proves nothing
 */
export function vscodeKind(env = process.env): VscodeKind {
  const asked = env.VSCODE_TEST ?? '';
  if (asked === '' || asked === 'server') return 'server';
  if (asked === 'electron') return asked;
  throw new Error(`VSCODE_TEST is "${asked}"; it can be "server" or "electron".`);
}
