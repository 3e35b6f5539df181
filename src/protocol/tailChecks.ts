import { boolean, boundedText, field, integer, oneOf, optional } from './bodyChecks.ts';
import { copyRequest, rowRanges } from './tailCopy.ts';
import { plainFilter, tailFilter, tailPlan } from './planChecks.ts';
import { tailLook } from './tailLook.ts';
import { tailView } from './tailView.ts';
import type { Checks } from './rpc.ts';
import type { RawForm } from './recordDetails.ts';
import type { AskedPart, TailCalls } from './tail.ts';

/** The most rows that one `rows` call may ask for. */
export const maxRowsPerCall = 500;

const parts = ['key', 'value'] as const;
const rawForms: readonly RawForm[] = ['text', 'hex', 'base64'];
const maxDecoderName = 200;
const askedParts: readonly AskedPart[] = ['from', 'group', 'to', 'partitions', 'ranges'];

/** Checks the bodies of the tail page's calls: a page shows hostile data, so nothing of it is trusted. */
export const tailChecks: Checks<TailCalls> = {
  ready: () => undefined,
  rows: (body) => ({
    first: integer(field(body, 'first'), 'first'),
    count: integer(field(body, 'count'), 'count', maxRowsPerCall),
  }),
  details: (body) => {
    const as = optional(body, 'as', (one) => oneOf(rawForms, one, 'as'));
    return { row: row(body), ...(as && { as }) };
  },
  follow: (body) => ({ rows: integer(field(body, 'rows'), 'rows', maxRowsPerCall) }),
  restart: (body) => {
    const keep = optional(body, 'keep', (value) => integer(value, 'keep'));
    return { plan: tailPlan(field(body, 'plan')), ...(keep !== undefined && { keep }) };
  },
  ask: (body) => ({
    what: oneOf(askedParts, field(body, 'what'), 'what'),
    plan: tailPlan(field(body, 'plan')),
  }),
  askDecoder: (body) => {
    const now = optional(body, 'now', (one) => boundedText(one, 'now', maxDecoderName));
    return {
      part: oneOf(parts, field(body, 'part'), 'part'),
      ...(now !== undefined && { now }),
    };
  },
  tryDecoders: (body) => ({ row: row(body), part: oneOf(parts, field(body, 'part'), 'part') }),
  pause: (body) => ({ paused: boolean(field(body, 'paused'), 'paused') }),
  view: (body) => {
    const selected = optional(body, 'row', (value) => integer(value, 'row'));
    const view = tailView(field(body, 'view'));
    return { view, ...(selected === undefined ? {} : { row: selected }) };
  },
  test: (body) => ({ filter: tailFilter(field(body, 'filter')), row: row(body) }),
  names: () => undefined,
  check: (body) => ({ filter: tailFilter(field(body, 'filter')) }),
  find: (body) => ({
    filter: plainFilter(field(body, 'filter')),
    row: row(body),
    backwards: boolean(field(body, 'backwards'), 'backwards'),
  }),
  askField: (body) => {
    const asked = optional(body, 'row', (value) => integer(value, 'row'));
    return asked === undefined ? {} : { row: asked };
  },
  remember: (body) => ({ look: tailLook(field(body, 'look')) }),
  scanOn: () => undefined,
  clear: () => undefined,
  export: (body) => {
    const ranges = optional(body, 'ranges', rowRanges);
    return ranges === undefined ? {} : { ranges };
  },
  another: () => undefined,
  times: () => undefined,
  findTime: (body) => ({
    fromMs: integer(field(body, 'fromMs'), 'fromMs'),
    toMs: integer(field(body, 'toMs'), 'toMs'),
  }),
  stop: () => undefined,
  copy: copyRequest,
  open: (body) => ({ row: row(body), part: oneOf(parts, field(body, 'part'), 'part') }),
  produceAgain: (body) => ({ row: row(body) }),
  compare: (body) => ({
    left: integer(field(body, 'left'), 'left'),
    right: integer(field(body, 'right'), 'right'),
  }),
  nextSameKey: (body) => ({ row: row(body) }),
  around: (body) => ({ row: row(body) }),
};

function row(body: unknown): number {
  return integer(field(body, 'row'), 'row');
}
