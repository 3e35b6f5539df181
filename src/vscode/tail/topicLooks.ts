import type { Memento } from 'vscode';
import { tailLook, type TailLook } from '../../protocol/tailLook.ts';

const storageKey = 'tail.looks';
/** The looks of so many topics are remembered, those chosen last. */
const mostTopics = 200;

/** How the user wants each topic's records shown. */
export class TopicLooks {
  readonly #memento: Memento;

  constructor(memento: Memento) {
    this.#memento = memento;
  }

  /** What was remembered; undefined where there is nothing, or nothing that can be understood. */
  get(cluster: string, topic: string): TailLook | undefined {
    const found = this.#all().find(([name]) => name === nameOf(cluster, topic));
    try {
      return found && tailLook(found[1]);
    } catch {
      return undefined;
    }
  }

  async set(cluster: string, topic: string, look: TailLook): Promise<void> {
    const name = nameOf(cluster, topic);
    const others = this.#all().filter(([other]) => other !== name);
    await this.#memento.update(storageKey, [[name, look], ...others].slice(0, mostTopics));
  }

  #all(): (readonly [string, unknown])[] {
    const stored = this.#memento.get<unknown>(storageKey);
    return Array.isArray(stored) ? stored.filter(isEntry) : [];
  }
}

function isEntry(value: unknown): value is readonly [string, unknown] {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === 'string';
}

function nameOf(cluster: string, topic: string): string {
  return JSON.stringify([cluster, topic]);
}
