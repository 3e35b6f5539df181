import { Disposable, workspace, type TextDocument } from 'vscode';
import { commands, languages, notebookIds, settingPrefix, type CommandId } from '../ids.ts';
import type { ScratchDeps } from './scratchDeps.ts';

/** The commands that {@link registerScratch} answers: all of scratch files but the one that makes a new one. */
const answered = Object.values(commands).filter(
  (id) =>
    id !== commands.newScratchFile &&
    (id.startsWith(`${settingPrefix}.scratch.`) || id.startsWith(`${settingPrefix}.notebook.`)),
);

type Handlers = ReadonlyMap<CommandId, (...args: never[]) => unknown>;

/** Loads what `.kafka` files do as text and as notebooks when one is open, or when a command of theirs is called. */
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
  // VS Code asks for it as soon as we are active, and waits for what it gives.
  const serializer = async () => {
    const { KafkaNotebookSerializer } = await import('../notebook/notebookSerializer.ts');
    await loaded();
    return new KafkaNotebookSerializer();
  };
  parts.push(
    workspace.registerNotebookSerializer(
      notebookIds.type,
      {
        deserializeNotebook: async (content) => (await serializer()).deserializeNotebook(content),
        serializeNotebook: async (data) => (await serializer()).serializeNotebook(data),
      },
      { transientOutputs: true },
    ),
  );
  workspace.textDocuments.forEach(opened);
  parts.push(workspace.onDidOpenTextDocument(opened));
  return new Disposable(() => {
    disposed = true;
    Disposable.from(...parts).dispose();
  });
}
