import type { Translate } from './translate.ts';

/** The title of a quick fix (`Fix` of the scratch language). */
export function fixTitle(
  { action, name }: { readonly action: FixAction; readonly name: string },
  t: Translate,
): string {
  switch (action) {
    case 'replace':
      return t('Change to “{0}”', name);
    case 'insertColon':
      return t('Insert “:” behind “{0}”', name);
    case 'addProperty':
      return t('Add “{0}”', name);
    case 'endBlock':
      return t('End the block above with “###”');
    case 'comment':
      return t('Make it a comment');
    case 'addVariable':
      return t('Add “@{0} = …”', name);
    case 'addTopic':
      return t('Insert a block that creates the topic “{0}”', name);
  }
}

type FixAction =
  'replace' | 'insertColon' | 'addProperty' | 'endBlock' | 'comment' | 'addVariable' | 'addTopic';
