import type { Facts } from './facts.ts';
import type { Translate } from './translate.ts';

/** Why a file could not be written: `path`, and the system's `code`. */
export function fileSentence(facts: Facts, t: Translate): string {
  const path = facts.text('path');
  const code = facts.text('code');
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return t(
        'The disk has no room for {0}. What was written of it has been removed; choose another place or make room.',
        path,
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return t('You are not allowed to write {0}. Choose another folder.', path);
    case 'ENOENT':
    case 'ENOTDIR':
      return t('The folder of {0} does not exist. Choose another one.', path);
    case 'EISDIR':
      return t('{0} is a folder. Choose another name.', path);
    default:
      return t('{0} could not be written ({1}). Choose another place.', path, code || '?');
  }
}
