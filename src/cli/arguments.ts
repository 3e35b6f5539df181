import { parseArgs } from 'node:util';
import type { ClusterAccess } from '../kafka/connection/clusterProfile.ts';

/** What the headless runner was asked for. */
export interface ScratchArguments {
  readonly file: string;
  readonly bootstrap: string | undefined;
  /** Only the block with this index (from 0). */
  readonly block: number | undefined;
  readonly check: boolean;
  readonly yes: boolean;
  /** Changes nothing, tells what would be. */
  readonly preview: boolean;
  /** The mark of the cluster, as a saved one would have it. */
  readonly access: ClusterAccess | undefined;
  readonly variables: ReadonlyMap<string, string>;
}

/** How the runner is called, for stderr. */
export const usage = `Usage: npm run --silent scratch -- FILE --bootstrap HOST:PORT [--block N] [--yes | --preview] [--access MARK] [--var name=value]
       npm run --silent scratch -- FILE --check

Runs the blocks of a .kafka file in order and prints one JSON line for each. Exits with 0 when all went well, 1 when a
block failed (or, with --check, the file has errors), 2 when the call is wrong, 130 when interrupted.
  --bootstrap HOST:PORT  the cluster (wins over the file's @cluster)
  --block N              only block N, counted from 0
  --check                connects to nothing; prints one JSON line for each diagnostic
  --yes                  carries out what deletes, alters, or moves offsets
  --preview              changes nothing: prints what each block would do; blocks that only read are run
  --access MARK          read-only: refuses what writes; production: writes only with --yes
  --var name=value       sets {{name}}; may be repeated`;

/** Reads the command line; a wrong one gives the sentence to print above the usage. */
export function parseArguments(args: readonly string[]): ScratchArguments | string {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        bootstrap: { type: 'string' },
        block: { type: 'string' },
        check: { type: 'boolean', default: false },
        yes: { type: 'boolean', default: false },
        preview: { type: 'boolean', default: false },
        access: { type: 'string' },
        var: { type: 'string', multiple: true, default: [] },
      },
    });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const { positionals, values } = parsed;
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) {
    return file === undefined ? 'No file is given.' : `Only one file can be run: ${more.join(' ')}`;
  }
  if (values.block !== undefined && !/^\d{1,9}$/.test(values.block)) {
    return `--block wants a number from 0, not "${values.block}".`;
  }
  if (values.preview && values.yes) {
    return '--preview changes nothing, and --yes does: only one of them can be given.';
  }
  const { access } = values;
  if (access !== undefined && access !== 'read-only' && access !== 'production') {
    return `--access wants read-only or production, not "${access}".`;
  }
  const variables = new Map<string, string>();
  for (const text of values.var) {
    const match = /^([A-Za-z_][\w-]*)=(.*)$/s.exec(text);
    if (match === null) {
      return `--var wants name=value, not "${text}".`;
    }
    variables.set(match[1] ?? '', match[2] ?? '');
  }
  return {
    file,
    bootstrap: values.bootstrap,
    block: values.block === undefined ? undefined : Number(values.block),
    check: values.check,
    yes: values.yes,
    preview: values.preview,
    access: access === 'read-only' ? 'readOnly' : access,
    variables,
  };
}
