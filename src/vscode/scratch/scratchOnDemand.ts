import { Disposable, workspace, type TextDocument } from 'vscode';
import { commands, languages, settingPrefix, type CommandId } from '../ids.ts';
import type { ScratchDeps } from './scratchDeps.ts';

/** The commands that {@link registerScratch} answers: all of scratch files but the one that makes a new one. */
const answered = Object.values(commands).filter(
  (id) => id.startsWith(`${settingPrefix}.scratch.`) && id !== commands.newScratchFile,
);

type Handlers = ReadonlyMap<CommandId, (...args: never[]) => unknown>;

/** Loads what `.kafka` files do in the editor when one is open, or when a command of theirs is called. */
export function scratchOnDemand(deps: ScratchDeps): Disposable {
  const parts: Disposable[] = [];
  let loading: Promise<Handlers> | undefined;
  let disposed = false;

  const load = async (): Promise<Handlers> => {
    const { registerScratch } = await import('./registerScratch.ts');
    const handlers = new Map<CommandId, (...args: never[]) => unknown>();
    const register: ScratchDeps['register'] = (id, run) => void handlers.set(id, run);
    if (!disposed) parts.push(registerScratch({ ...deps, register }));
    return handlers;
  };
  const loaded = (): Promise<Handlers> => (loading ??= load());
  const opened = ({ languageId }: TextDocument): void => {
    if (languageId === languages.scratch) void loaded();
  };

  for (const id of answered) {
    deps.register(id, async (...args: never[]) => (await loaded()).get(id)?.(...args));
  }
  workspace.textDocuments.forEach(opened);
  parts.push(workspace.onDidOpenTextDocument(opened));
  return new Disposable(() => {
    disposed = true;
    Disposable.from(...parts).dispose();
  });
}
