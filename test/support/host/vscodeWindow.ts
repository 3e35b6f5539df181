import type { Page } from 'playwright-core';

export interface WindowOptions {
  /** A folder of its own for user data and extensions. */
  readonly folder: string;
  /** The workspace folder. */
  readonly workspace: string;
  /** The extension to install. */
  readonly vsix: string;
  /** The user's settings. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** The workspace is not trusted until the person says so; otherwise everything is. */
  readonly workspaceTrust: boolean;
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
