import type { TailOrder } from '../../src/protocol/tailView.ts';
import type { MenuItem } from '../shared/menu.ts';

/** What the user does in the grid. */
export interface GridEvents {
  /** The view moved, followed, stopped following, or changed its size. */
  moved(): void;
  selected(row: number): void;
  /** Enter: on to the details. */
  open(): void;
  /** Escape; false where there was nothing to close, so that the key is the workbench's. */
  close(): boolean;
  /** What is selected, or the one cell that is active. */
  copy(): void;
  /** Other rows are selected. */
  selectionChanged(all: boolean): void;
  /** What the context menu of the selected rows offers. */
  menu(): readonly MenuItem[];
  resized(): void;
  /** Ask for a field to show as a column. */
  addColumn(): void;
  /** In another order; undefined: as records arrived. */
  sort(order: TailOrder | undefined): void;
  /** On to what to look for. */
  find(): void;
}
