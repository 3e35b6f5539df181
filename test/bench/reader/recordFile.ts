import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

/** One record in 10,000 carries this word in its `note`. */
export const rareWord = 'rare-falcon';
const notes = ['plain-otter', 'brown-heron', 'tired-mouse', 'quick-viper', 'sweet-robin'];
const linesAtOnce = 10_000;

/** The key and the value, about 170 bytes, of record `seq`. */
export function benchRecord(seq: number): { key: string; value: string } {
  const user = (Math.imul(seq, 2654435761) >>> 8) % 5000;
  const note = seq % 10_000 === 4242 ? rareWord : (notes[seq % notes.length] ?? '');
  const value =
    `{"seq":${seq},"userid":"User_${user}","regionid":"Region_${seq % 9}","gender":"OTHER",` +
    `"registertime":${1_700_000_000_000 + seq * 7},"note":"${note}","amount":${(seq % 977) + 0.25},"ok":true}`;
  return { key: `User_${user}`, value };
}

/** Writes `count` records as lines, key and value separated by a tab, as kcat reads them. */
export async function writeRecordFile(path: string, count: number): Promise<void> {
  const file = createWriteStream(path);
  for (let first = 0; first < count; first += linesAtOnce) {
    let text = '';
    for (let seq = first; seq < Math.min(first + linesAtOnce, count); seq++) {
      const { key, value } = benchRecord(seq);
      text += `${key}\t${value}\n`;
    }
    if (!file.write(text)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
}
