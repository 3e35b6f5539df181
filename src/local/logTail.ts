import { open } from 'node:fs/promises';

/** The last lines of a text file, at most `bytes` of it; empty when it cannot be read. */
export async function logTail(path: string, lines = 15, bytes = 16_384): Promise<string> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      const start = Math.max(0, size - bytes);
      const { buffer, bytesRead } = await file.read(
        Buffer.alloc(size - start),
        0,
        size - start,
        start,
      );
      const text = buffer.toString('utf8', 0, bytesRead).trimEnd();
      return text.split('\n').slice(-lines).join('\n');
    } finally {
      await file.close();
    }
  } catch {
    return '';
  }
}
