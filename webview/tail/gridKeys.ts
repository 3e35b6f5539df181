/** What becomes of the selection where a key moves: it is the new row, reaches up to it, or stays. */
export type Selecting = 'only' | 'extend' | 'keep';

/** A key that moves: rows by number, `pages` by what is visible. */
export type GridMove =
  | { readonly kind: 'rows'; readonly by: number }
  | { readonly kind: 'pages'; readonly by: number }
  | { readonly kind: 'edge'; readonly edge: 'first' | 'last' }
  | { readonly kind: 'columns'; readonly by: number };

/** What a key does in the grid. */
export type GridAction =
  | (GridMove & { readonly selecting?: Selecting })
  | { readonly kind: 'resize'; readonly by: number }
  | { readonly kind: 'moveColumn'; readonly by: number }
  | { readonly kind: 'open' | 'close' | 'copy' | 'find' | 'selectAll' | 'toggle' | 'menu' };

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const plain = keys({
  ArrowUp: { kind: 'rows', by: -1 },
  ArrowDown: { kind: 'rows', by: 1 },
  PageUp: { kind: 'pages', by: -1 },
  PageDown: { kind: 'pages', by: 1 },
  Home: { kind: 'edge', edge: 'first' },
  End: { kind: 'edge', edge: 'last' },
  ArrowLeft: { kind: 'columns', by: -1 },
  ArrowRight: { kind: 'columns', by: 1 },
  Enter: { kind: 'open' },
  Escape: { kind: 'close' },
  ContextMenu: { kind: 'menu' },
});

const withShift = keys({
  ArrowUp: { kind: 'rows', by: -1, selecting: 'extend' },
  ArrowDown: { kind: 'rows', by: 1, selecting: 'extend' },
  PageUp: { kind: 'pages', by: -1, selecting: 'extend' },
  PageDown: { kind: 'pages', by: 1, selecting: 'extend' },
  Home: { kind: 'edge', edge: 'first', selecting: 'extend' },
  End: { kind: 'edge', edge: 'last', selecting: 'extend' },
  F10: { kind: 'menu' },
  ArrowLeft: { kind: 'resize', by: -1 },
  ArrowRight: { kind: 'resize', by: 1 },
});

const withBoth = keys({
  Home: { kind: 'edge', edge: 'first', selecting: 'extend' },
  End: { kind: 'edge', edge: 'last', selecting: 'extend' },
  ArrowLeft: { kind: 'moveColumn', by: -1 },
  ArrowRight: { kind: 'moveColumn', by: 1 },
});

const withControl = keys({
  Home: { kind: 'edge', edge: 'first' },
  End: { kind: 'edge', edge: 'last' },
  ArrowUp: { kind: 'rows', by: -1, selecting: 'keep' },
  ArrowDown: { kind: 'rows', by: 1, selecting: 'keep' },
  ' ': { kind: 'toggle' },
  a: { kind: 'selectAll' },
  c: { kind: 'copy' },
  f: { kind: 'find' },
});

/** The grid's own keys; every other one (undefined) is the workbench's. */
export function gridAction(press: KeyPress): GridAction | undefined {
  if (press.altKey) return undefined;
  const control = press.ctrlKey || press.metaKey;
  if (control && press.shiftKey) return withBoth.get(press.key);
  if (control) return withControl.get(press.key);
  return press.shiftKey ? withShift.get(press.key) : plain.get(press.key);
}

function keys(actions: Readonly<Record<string, GridAction>>): ReadonlyMap<string, GridAction> {
  return new Map(Object.entries(actions));
}
