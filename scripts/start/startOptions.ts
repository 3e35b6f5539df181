import { parseArgs } from 'node:util';
import { SetupProblem } from '../setup/setupProblem.ts';

/** What `npm start -- …` was asked for. */
export interface StartOptions {
  /** Forget the data, settings and workspace of earlier starts. */
  readonly fresh: boolean;
  /** VS Code's own server, even where desktop VS Code is installed. */
  readonly server: boolean;
  /** Open the URL in a browser. */
  readonly open: boolean;
  /** The broker's port; that of the last start, else a free one. */
  readonly port?: number;
  readonly help: boolean;
}

export const startUsage = `npm start -- [options]
  --server     open VS Code's own server in a browser, even where desktop VS Code is installed
  --port N     Kafka's port (default: that of the last start, else a free one)
  --fresh      forget Kafka's data, settings and files of earlier starts
  --no-open    print the URL, but open no browser`;

/** Reads the command line. @throws SetupProblem with the usage for anything unknown */
export function startOptions(args: readonly string[]): StartOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        fresh: { type: 'boolean', default: false },
        server: { type: 'boolean', default: false },
        port: { type: 'string' },
        open: { type: 'boolean', default: true },
        help: { type: 'boolean', short: 'h', default: false },
      },
      allowNegative: true,
    });
    const { port, ...flags } = values;
    if (port === undefined) return flags;
    const number = Number(port);
    if (!Number.isInteger(number) || number < 1 || number > 65_535) {
      throw new Error(`"${port}" is not a port: give a whole number from 1 to 65535.`);
    }
    return { ...flags, port: number };
  } catch (error) {
    throw new SetupProblem(`${(error as Error).message}\n${startUsage}`, { cause: error });
  }
}
