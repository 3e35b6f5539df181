import type { Page } from 'playwright-core';

export interface WindowOptions {
  /** A folder of its own for user data and extensions. */
  readonly folder: string;
  /** The workspace folder. */
  readonly workspace: string;
  /** The extensions to install. */
  readonly vsixes: readonly string[];
  /** The user's settings. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** The workspace is not trusted until the person says so; otherwise everything is. */
  readonly workspaceTrust: boolean;
  /** More environment variables of VS Code and its extension host. */
  readonly env?: Readonly<Record<string, string>>;
  /** The window's size in CSS pixels. */
  readonly viewport: { readonly width: number; readonly height: number };
}

/** A running VS Code with one window on a workspace. */
export interface VscodeWindow {
  readonly page: Page;
  /** Files that say what VS Code did. */
  readonly logs: readonly string[];
  close(): Promise<void>;
}
