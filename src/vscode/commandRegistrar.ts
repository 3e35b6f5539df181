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
          // Not awaited: who calls a command does not wait until its message is closed.
          void showError(error, id, log, () => commands.executeCommand(id, ...args));
          return undefined;
        }
      }),
    );
  };
}

/** Shows an error the one way errors are shown, with what can be done about it; aborts are swallowed. */
export async function showError(
  error: unknown,
  what: string,
  log: Log,
  retry?: () => Thenable<unknown>,
): Promise<void> {
  if (isAbort(error)) return;
  const { text, actions } = toUserError(error, l10n.t);
  log.error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  const offered = new Map<string, () => Thenable<unknown>>();
  for (const action of actions) {
    if (action === 'retry' && retry !== undefined) offered.set(l10n.t('Retry'), retry);
    if (action === 'editCluster') offered.set(l10n.t('Edit Cluster…'), () => run(ids.editCluster));
    if (action === 'createTopic') offered.set(l10n.t('Create Topic…'), () => run(ids.createTopic));
  }
  offered.set(l10n.t('Show Log'), () => run(ids.showLog));
  const chosen = await window.showErrorMessage(text, ...offered.keys());
  if (chosen !== undefined) await offered.get(chosen)?.();
}

const run = (id: CommandId): Thenable<unknown> => commands.executeCommand(id);
