import type { ConfigFacts } from '../core/scratch/properties/propertySpec.ts';
import { configText } from './configText.ts';
import type { Translate } from './translate.ts';

/** What a hover in a scratch file tells (`HoverFacts`), as Markdown lines without markup in foreign text. */
export interface HoverParts {
  readonly title: string;
  /** Sentences, each a paragraph. */
  readonly paragraphs: readonly string[];
}

/** The texts of a hover. */
export function hoverText(
  facts: {
    readonly title: string;
    readonly doc?: string;
    readonly examples?: readonly string[];
    readonly config?: ConfigFacts | undefined;
    readonly topic?: { readonly partitions: number; readonly replicationFactor: number };
  },
  t: Translate,
): HoverParts {
  const { title, doc, examples = [], config, topic } = facts;
  return {
    title,
    paragraphs: [
      ...(doc === undefined ? [] : [t(doc)]),
      ...(examples.length === 0 ? [] : [t('For example: {0}', examples.join(' · '))]),
      ...(config === undefined ? [] : [configText(config, t)]),
      ...(topic === undefined
        ? []
        : [
            topic.partitions === 1
              ? t('1 partition, replication factor {0}', topic.replicationFactor)
              : t(
                  '{0} partitions, replication factor {1}',
                  topic.partitions,
                  topic.replicationFactor,
                ),
          ]),
    ],
  };
}
