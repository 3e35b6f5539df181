/**
 * The shape of every conversation between the extension host and a page. A page calls and is always
 * answered (ok or error); the host pushes. One map of calls and one of pushes per page, in a file of
 * its own; `CallMap` and `PushMap` are what such an interface must look like (`C extends CallMap<C>`).
 */
export type CallMap<C> = {
  readonly [K in keyof C]: { readonly in: unknown; readonly out: unknown };
};
export type PushMap<P> = { readonly [K in keyof P]: unknown };

/** Page → host: a call that expects one answer with the same id. */
export interface CallMessage {
  readonly type: 'call';
  readonly id: number;
  readonly name: string;
  readonly body: unknown;
}

/** Page → host: the page no longer wants the answer of call `id`. */
export interface CancelMessage {
  readonly type: 'cancel';
  readonly id: number;
}

/** All that a page sends. */
export type PageMessage = CallMessage | CancelMessage;

/** Host → page: the answer of a call; `error` is a sentence for the user. */
export type AnswerMessage =
  | { readonly type: 'answer'; readonly id: number; readonly ok: true; readonly body: unknown }
  | { readonly type: 'answer'; readonly id: number; readonly ok: false; readonly error: string };

/** Host → page: something happened. */
export interface PushMessage {
  readonly type: 'push';
  readonly name: string;
  readonly body: unknown;
}

/** All that the host sends. */
export type HostMessage = AnswerMessage | PushMessage;

/** What the host implements for a page: one handler per call, no more and no fewer. */
export type Handlers<C extends CallMap<C>> = {
  readonly [K in keyof C]: (
    body: C[K]['in'],
    signal: AbortSignal,
  ) => Promise<C[K]['out']> | C[K]['out'];
};

/** Checks a body that came from the page (foreign input): returns it typed, or throws. */
export type Checks<C extends CallMap<C>> = {
  readonly [K in keyof C]: (body: unknown) => C[K]['in'];
};
