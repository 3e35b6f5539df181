import type { Facts } from './facts.ts';
import type { Translate } from './translate.ts';

/** What kept a local cluster from starting. */
export type LocalReason = 'javaMissing' | 'javaTooOld' | 'portInUse' | 'localBrokerFailed';

/** What · why · what to do, for clusters that we start ourselves. */
export function localSentence(reason: LocalReason, facts: Facts, t: Translate): string {
  switch (reason) {
    case 'javaMissing':
      return t(
        'No Java was found, and Kafka needs it. Install Java 17 or later, or set JAVA_HOME to one.',
      );
    case 'javaTooOld':
      return t(
        'Java {0} was found, but Kafka needs Java {1} or later. Install one, or set JAVA_HOME to it.',
        facts.text('found'),
        facts.text('needed'),
      );
    case 'portInUse':
      return t(
        'Port {0} is in use by another program. End that program, or choose another port.',
        facts.text('port'),
      );
    case 'localBrokerFailed':
      return t(
        'The local Kafka broker did not start: {0} Its log tells more.',
        facts.text('cause').replace(/[^.!?]$/, '$&.'),
      );
  }
}
