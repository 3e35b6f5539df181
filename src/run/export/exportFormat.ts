/** JSON Lines, comma-separated values, or a `.kafka` file that writes the records again. */
export type ExportFormat = 'jsonl' | 'csv' | 'kafka';

/** Each is its files' ending, too. */
export const exportFormats: readonly ExportFormat[] = ['jsonl', 'csv', 'kafka'];
