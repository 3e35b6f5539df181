import { splitLines } from '../lines.ts';

/** What Markdown cells show of comment lines: the text behind `--` and one space. */
export function textOfComment(source: string): string {
  return splitLines(source)
    .map(({ text }) => shown(text))
    .join('\n');
}

/** Comment lines that say `text`; a line that `source` has as well is written as it is there. */
export function commentOfText(text: string, lineEnd: string, source = ''): string {
  const known = new Map(splitLines(source).map((line) => [shown(line.text), line.text]));
  return splitLines(text)
    .map((line) => known.get(line.text) ?? `-- ${line.text}`.trimEnd())
    .join(lineEnd);
}

function shown(line: string): string {
  return line.replace(/^-- ?/, '');
}
