/**
 * Turns an English sentence with `{0}` placeholders into the user's language: `vscode.l10n.t` in VS Code,
 * {@link english} elsewhere.
 */
export type Translate = (message: string, ...args: (string | number | boolean)[]) => string;

/** The identity translator: fills the placeholders and leaves the sentence English. */
export const english: Translate = (message, ...args) =>
  message.replace(/\{(\d+)\}/g, (all, index: string) => {
    const value = args[Number(index)];
    return value === undefined ? all : String(value);
  });
