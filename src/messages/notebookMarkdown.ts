import type { NotebookOutput } from '../protocol/notebookOutput.ts';
import { markdownBlock } from './markdownText.ts';
import { outputMarkdown } from './outputText.ts';

/** A cell of a notebook with what its last run gave. */
export interface ExportedCell {
  readonly markdown: boolean;
  readonly text: string;
  readonly outputs: readonly NotebookOutput[];
}

/** A notebook as a Markdown file: its texts as they are, its blocks as code, and their results below them. */
export function notebookMarkdown(cells: readonly ExportedCell[]): string {
  const parts = cells
    .filter(({ text }) => text.trim() !== '')
    .flatMap(({ markdown, text, outputs }) =>
      markdown
        ? [text.trim()]
        : [markdownBlock(text.trimEnd(), 'kafka-scratch'), ...outputs.map(outputMarkdown)],
    );
  return `${parts.join('\n\n')}\n`;
}
