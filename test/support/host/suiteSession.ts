import { after, afterEach, before } from 'node:test';
import { HostSession, type HostSessionOptions } from './hostSession.ts';
import type { Workbench } from './workbench.ts';

/** What the VS Code of a `describe` starts with. */
export interface SuiteSessionOptions extends HostSessionOptions {
  /** Shows the tree of clusters with these nodes expanded, each below the one before; the last is a list with a count. */
  readonly expanded?: readonly string[];
}

/**
 * The VS Code of the tests of one `describe`: started before them (and behind the `before` calls above it), closed
 * behind them. A test that fails leaves what there was to be seen.
 */
export class SuiteSession {
  #session: HostSession | undefined;

  /** @param options a call where they are known only when it starts */
  constructor(options: SuiteSessionOptions | (() => SuiteSessionOptions)) {
    before(async () => {
      const { expanded, ...start } = typeof options === 'function' ? options() : options;
      this.#session = await HostSession.start(start);
      if (expanded === undefined) return;
      await this.workbench.show('Kafka');
      await this.workbench.tree.expandPath(...expanded);
      // When its count comes, VS Code makes what is below it anew: a menu that was opened before is of no node.
      const list = expanded.at(-1);
      if (list !== undefined) await this.workbench.tree.description(list, /^\d/);
    });
    after(() => this.#session?.close());
    afterEach(async (context) => {
      if ('passed' in context && !context.passed) await this.#session?.keepEvidence(context.name);
    });
  }

  get workbench(): Workbench {
    return this.#started.workbench;
  }

  /** The workspace folder. */
  get workspace(): string {
    return this.#started.workspace;
  }

  get settingsFile(): string {
    return this.#started.settingsFile;
  }

  get #started(): HostSession {
    if (this.#session === undefined) throw new Error('VS Code has not been started yet.');
    return this.#session;
  }
}
