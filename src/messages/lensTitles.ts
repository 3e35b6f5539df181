import type { BlockKind } from '../core/scratch/blockKinds.ts';
import type { FurtherAction } from '../core/scratch/furtherBlock.ts';
import { remedyLens, remedyTitle, type Remedy } from './remedyTitle.ts';
import type { Translate } from './translate.ts';

/** What a lens does when it is clicked. */
export type LensAction =
  'run' | 'runTen' | 'cancel' | 'stop' | 'open' | 'cluster' | 'readOnly' | FurtherAction;

/** A lens above a block; `$(…)` in the title are VS Code's own icons. `tooltip` says it in full. */
export type Lens = { readonly title: string; readonly tooltip?: string } & (
  { readonly action: LensAction } | { readonly action: 'remedy'; readonly remedy: Remedy }
);

/** What the lenses of a block depend on. */
export interface LensState {
  readonly kind: BlockKind;
  /** The group of a CONSUMER, empty for none. */
  readonly group: string;
  /** As a member of that group it commits offsets. */
  readonly commits: boolean;
  /** What else can be done with it. */
  readonly further: readonly FurtherAction[];
  readonly running: boolean;
  /** A tail view reads for it. */
  readonly viewing: boolean;
  /** What can be done about its failure. */
  readonly remedies: readonly Remedy[];
  /** What opens of its result, if something does: the place of its records, or its table. */
  readonly opens: 'place' | 'table' | undefined;
  /** The cluster that the block would run on; undefined where none is chosen. */
  readonly cluster: string | undefined;
  /** The block writes, and its cluster is marked as read-only: it cannot be run there. */
  readonly refused: boolean;
  /** The file itself names the cluster. */
  readonly pinned: boolean;
}

/** The lenses of a block, first to last. */
export function lensTitles(state: LensState, t: Translate): Lens[] {
  const isBusy = state.running || state.viewing;
  const lenses: Lens[] = [firstLens(state, t)];
  if (!isBusy && !state.refused) {
    for (const remedy of state.remedies) {
      const title = withIcon('lightbulb', remedyLens(remedy, t));
      lenses.push({ action: 'remedy', title, tooltip: remedyTitle(remedy, t), remedy });
    }
  }
  if (state.kind === 'PRODUCER' && !isBusy && !state.refused) {
    lenses.push({ action: 'runTen', title: t('×10') });
  }
  for (const action of state.further) {
    // What is being read can be shown in another way meanwhile.
    if (!isBusy || action === 'table') lenses.push({ action, title: furtherTitle(action, t) });
  }
  if (state.opens !== undefined && !isBusy) {
    const title =
      state.opens === 'place' ? withIcon('go-to-file', t('Open')) : furtherTitle('table', t);
    lenses.push({ action: 'open', title });
  }
  lenses.push({ action: 'cluster', title: clusterTitle(state, t) });
  return lenses;
}

function firstLens(state: LensState, t: Translate): Lens {
  if (state.running) return { action: 'cancel', title: withIcon('debug-stop', t('Cancel')) };
  if (state.viewing) return { action: 'stop', title: withIcon('debug-stop', t('Stop')) };
  return state.refused
    ? { action: 'readOnly', title: withIcon('lock', t('Read-only cluster')) }
    : { action: 'run', ...runTexts(state, t) };
}

function runTexts(
  { kind, group, commits }: LensState,
  t: Translate,
): { readonly title: string; readonly tooltip?: string } {
  if (kind !== 'CONSUMER' || group === '') return { title: withIcon('play', t('Run')) };
  return commits
    ? {
        title: withIcon('play', t('Run as a member (commits offsets)')),
        tooltip: t('Run as a member of “{0}” (commits offsets)', group),
      }
    : {
        title: withIcon('play', t('Run as a member (commits nothing)')),
        tooltip: t('Run as a member of “{0}” (commits nothing)', group),
      };
}

function furtherTitle(action: FurtherAction, t: Translate): string {
  switch (action) {
    case 'describe':
      return t('Describe');
    case 'preview':
      return t('Preview');
    case 'delete':
      return t('Delete…');
    case 'table':
      return withIcon('table', t('Show as Table'));
  }
}

function clusterTitle({ cluster, pinned }: LensState, t: Translate): string {
  return cluster === undefined
    ? withIcon('server', t('Choose a cluster'))
    : withIcon(pinned ? 'pinned' : 'server', cluster);
}

/** VS Code lays lenses out as flex boxes, which drop a plain space behind the icon. */
function withIcon(icon: string, text: string): string {
  return `$(${icon})\u00a0${text}`;
}
