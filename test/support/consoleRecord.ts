import type { ConsoleRecord } from '../../src/vscode/tail/copy/consoleProducerCommand.ts';

const bytes = (text: string | null): Uint8Array | null =>
  text === null ? null : new TextEncoder().encode(text);

/** A record of texts, as the command for Kafka's console producer takes it. */
export function consoleRecord(
  key: string | null,
  value: string | null,
  headers: readonly (readonly [name: string, value: string | null])[] = [],
): ConsoleRecord {
  return {
    key: () => bytes(key),
    value: () => bytes(value),
    headers: () =>
      headers.map(([name, header]) => ({
        name: new TextEncoder().encode(name),
        value: bytes(header),
      })),
  };
}
