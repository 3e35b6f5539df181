import type { ShownRow } from './blockResult.ts';

/** Cells are cut here, so that one long value does not push all columns apart. */
const widest = 120;

/** Rows of equal columns as text in aligned columns under their names. Line ends in cells become `⏎`. */
export function textTable(rows: readonly ShownRow[]): string {
  const names = Object.keys(rows[0] ?? {});
  const lines = [names, ...rows.map((row) => names.map((name) => cellText(row[name])))];
  const widths = names.map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function cellText(value: ShownRow[string] | undefined): string {
  const text = value === null ? 'null' : String(value ?? '').replace(/\r\n|\r|\n/g, '⏎');
  return text.length > widest ? `${text.slice(0, widest)}…` : text;
}
