import type { CopyForm } from '../../src/protocol/tailCopy.ts';
import type { TailStrings } from '../../src/protocol/tailStrings.ts';
import { fill, type Formats } from '../shared/formats.ts';
import type { MenuItem } from '../shared/menu.ts';
import type { RecordEvents } from './recordBar.ts';

/** What the menu is about. */
export interface MenuContext {
  readonly count: number;
  /** The column of the active cell; undefined where the whole row is active. */
  readonly column: string | undefined;
  /** The columns that are shown, left to right. */
  readonly columns: readonly string[];
}

/** What the user does with the selected rows. */
export interface RowMenuEvents extends RecordEvents {
  copySelected(form: CopyForm, columns?: readonly string[]): void;
  exportSelected(): void;
  /** What compares the selected rows. */
  compareSelected(): readonly MenuItem[];
}

/** The context menu of the selected rows: copies of all, and what is done with one record where it is only one. */
export function rowMenu(
  { count, column, columns }: MenuContext,
  strings: TailStrings,
  formats: Formats,
  events: RowMenuEvents,
): readonly MenuItem[] {
  const one = count === 1;
  const copy = (label: string, form: CopyForm, names?: readonly string[]): MenuItem => ({
    label,
    run: () => events.copySelected(form, names),
  });
  const cell = one && column !== undefined ? [copy(strings.copyCell, 'cells', [column])] : [];
  const rows = one ? strings.copyRow : fill(strings.copyRows, formats.integer(count));
  const copies = [
    ...cell,
    copy(rows, 'cells', columns),
    copy(one ? strings.copyJson : strings.copyJsonLines, 'json'),
    copy(one ? strings.copyBlock : strings.copyBlocks, 'block'),
    copy(strings.copyKcat, 'kcat'),
    copy(strings.copyConsole, 'console'),
    copy(one ? strings.copyLink : strings.copyLinks, 'link'),
  ];
  const more = fill(strings.exportRows, formats.integer(count));
  const exporting: MenuItem = {
    label: one ? strings.exportRow : more,
    separated: true,
    run: () => events.exportSelected(),
  };
  if (!one) return [...copies, exporting, ...(count === 2 ? events.compareSelected() : [])];
  return [
    ...copies,
    { label: strings.produceAgain, separated: true, run: () => events.produceAgain() },
    { label: strings.openInEditor, run: () => events.open(column === 'key' ? 'key' : 'value') },
    ...separated(events.compareItems()),
    { label: strings.nextSameKey, separated: true, run: () => events.nextSameKey() },
    { label: strings.showAround, run: () => events.showAround() },
    { label: strings.showAsColumn, separated: true, run: () => events.showAsColumn() },
    exporting,
  ];
}

function separated(items: readonly MenuItem[]): readonly MenuItem[] {
  return items.map((item, index) => (index === 0 ? { ...item, separated: true } : item));
}
