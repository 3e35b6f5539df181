import { commands, l10n, window } from 'vscode';
import { isAbort } from '../core/kafkaError.ts';
import type { Log } from '../core/log.ts';
import { toUserError } from '../messages/userError.ts';
import { commands as ids, type CommandId } from './ids.ts';
import type { Own } from './own.ts';

/**
 * Registers a command. Every command goes through this one wrapper: a failure becomes one message
 * (what · why · what to do) and a line in the log, a cancellation nothing at all.
 */
export type CommandRegistrar = (id: CommandId, run: (...args: never[]) => unknown) => void;

/** The registrar that `activate` hands to each feature; `own` takes what must be disposed. */
export function createCommandRegistrar(own: Own, log: Log): CommandRegistrar {
  return (id, run) => {
    own(
      commands.registerCommand(id, async (...args: unknown[]) => {
        try {
          return await (run as (...args: unknown[]) => unknown)(...args);
        } catch (error) {
          await showError(error, id, log);
          return undefined;
        }
      }),
    );
  };
}

/** Shows an error the one way errors are shown; aborts are swallowed. */
export async function showError(error: unknown, what: string, log: Log): Promise<void> {
  if (isAbort(error)) return;
  const { text } = toUserError(error, l10n.t);
  log.error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  const showLog = l10n.t('Show Log');
  if ((await window.showErrorMessage(text, showLog)) === showLog) {
    await commands.executeCommand(ids.showLog);
  }
}
