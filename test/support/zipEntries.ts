import { readFile } from 'node:fs/promises';

/** The files of a ZIP archive (a VSIX), read from its central directory; sizes are uncompressed. */
export async function zipEntries(path: string): Promise<{ name: string; bytes: number }[]> {
  const zip = await readFile(path);
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error(`${path} is no ZIP archive.`);
  const entries: { name: string; bytes: number }[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const nameBytes = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameBytes);
    entries.push({ name, bytes: zip.readUInt32LE(at + 24) });
    at += 46 + nameBytes + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}
