import { readFile } from 'node:fs/promises';

/** The text of a `.kafka` file without its byte order mark; throws a sentence where there is none. */
export async function readScratchFile(path: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new Error(
      code === 'ENOENT' ? `There is no file ${path}.` : `${path} cannot be read: ${code}`,
      {
        cause: error,
      },
    );
  }
  try {
    // A byte order mark is taken off by the decoder.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new Error(`${path} is not UTF-8 text.`, { cause: error });
  }
}
