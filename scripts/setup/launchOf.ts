import { SetupProblem } from './setupProblem.ts';

/** What `spawn` is given to run a program. */
export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  /** `windowsVerbatimArguments`: the arguments are quoted already. */
  readonly verbatim: boolean;
}

/**
 * How a program is run. Windows runs no `.cmd` or `.bat` (mvn, npm, code) but through cmd.exe, and Node refuses to
 * hand them over (EINVAL): there each part is quoted by us. In quotes cmd.exe takes everything literally except
 * a quote, a line break and `%`, and none of our paths and options needs those.
 *
 * @throws SetupProblem where a part cannot be handed over safely
 */
export function launchOf(
  command: string,
  args: readonly string[],
  platform = process.platform,
): Launch {
  if (platform !== 'win32' || !/\.(cmd|bat)$/i.test(command)) {
    return { command, args, verbatim: false };
  }
  const line = [command, ...args].map(quoted).join(' ');
  // With /s the outermost quotes go, and the line in them stays as it is.
  return {
    command: process.env.ComSpec ?? 'cmd.exe',
    args: ['/d', '/s', '/c', `"${line}"`],
    verbatim: true,
  };
}

function quoted(part: string): string {
  if (/["%\r\n\0]/.test(part)) {
    throw new SetupProblem(
      `"${part}" cannot be handed to a Windows command file: it has a quote, a percent sign or a line break. Move the folder to another path.`,
    );
  }
  // A backslash before the closing quote would make it part of the text.
  return `"${part.replace(/\\+$/, '$&$&')}"`;
}
