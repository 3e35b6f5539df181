import type { TimeStyle } from '../../src/protocol/tailLook.ts';
import { orders, type TailOrder } from '../../src/protocol/tailView.ts';
import type { TailStrings } from '../../src/protocol/tailStrings.ts';
import { fill } from '../shared/formats.ts';
import type { MenuItem } from '../shared/menu.ts';
import { MenuButton } from '../shared/menuButton.ts';
import type { ColumnLayout } from './columnLayout.ts';

export interface ColumnMenuEvents {
  toggled(): void;
  /** Ask for a field to show. */
  add(): void;
  /** Move the active column by so many places. */
  move(by: number): void;
  /** False where no cell is active. */
  canMove(): boolean;
  /** Sort by a column, or on the way from rising to falling to arrival order. */
  sort(by: TailOrder['by']): void;
  order(): TailOrder | undefined;
  time(style: TimeStyle): void;
  timeStyle(): TimeStyle;
}

/** The button at the end of the header row: which columns, in which order, and how times are written. */
export function columnMenu(
  layout: ColumnLayout,
  strings: TailStrings,
  events: ColumnMenuEvents,
): HTMLElement {
  const times = { local: strings.timeLocal, utc: strings.timeUtc, epoch: strings.timeEpoch };
  const button = new MenuButton('', () => [
    ...layout.all.map((column): MenuItem => {
      const checked = layout.columns.includes(column);
      return {
        label: column.title,
        checked,
        stays: true,
        disabled: checked && layout.columns.length === 1,
        run: () => {
          layout.toggle(column.id);
          events.toggled();
        },
      };
    }),
    { label: strings.addColumn, separated: true, run: () => events.add() },
    {
      label: strings.moveLeft,
      separated: true,
      disabled: !events.canMove(),
      run: () => events.move(-1),
    },
    { label: strings.moveRight, disabled: !events.canMove(), run: () => events.move(1) },
    ...orders.map((by, index): MenuItem => {
      const order = events.order();
      const arrow = order?.descending ? ' ↓' : ' ↑';
      return {
        label: fill(strings.sortBy, strings[by]) + (order?.by === by ? arrow : ''),
        checked: order?.by === by,
        separated: index === 0,
        run: () => events.sort(by),
      };
    }),
    ...(['local', 'utc', 'epoch'] as const).map((style, index): MenuItem => ({
      label: times[style],
      checked: events.timeStyle() === style,
      separated: index === 0,
      run: () => events.time(style),
    })),
  ]);
  button.setName(strings.columns);
  button.element.title = strings.columns;
  button.element.classList.add('columns-button');
  return button.element;
}
