import type { ConfigFacts } from '../core/scratch/properties/propertySpec.ts';
import type { Translate } from './translate.ts';

/** What a topic's config takes and what Kafka takes without it, such as `A duration or milliseconds · default 7d`. */
export function configText({ type, default: byDefault }: ConfigFacts, t: Translate): string {
  const value = byDefault === '' ? t('nothing') : byDefault;
  return `${typeText(type, t)} · ${t('default {0}', value)}`;
}

function typeText(type: ConfigFacts['type'], t: Translate): string {
  switch (type) {
    case 'duration':
      return t('A duration or milliseconds');
    case 'size':
      return t('A size or bytes');
    case 'integer':
      return t('A whole number');
    case 'fraction':
      return t('A number from 0 to 1');
    case 'choice':
      return t('One of a few words');
    case 'list':
      return t('A list');
  }
}
