import type { kafkajsBroker } from './kafkajsBroker.ts';

/** Makes kafkajs's broker: what {@link loadKafkajs} loads. */
export type MakeBroker = typeof kafkajsBroker;

/** Loads kafkajs: 175 KB that nothing needs before something connects. The module loader keeps it. */
export async function loadKafkajs(): Promise<MakeBroker> {
  const parts = await import('./kafkajsBroker.ts');
  return parts.kafkajsBroker;
}
