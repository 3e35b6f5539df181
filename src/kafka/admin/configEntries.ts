import type { DescribedConfig } from '../wire/describeConfigs.ts';

/** Where a config's value comes from. */
export type ConfigSource =
  'topic' | 'broker' | 'cluster' | 'serverProperties' | 'default' | 'other';

/** One config of a topic or broker with its value in force. */
export interface ConfigEntry {
  readonly name: string;
  /** `null` when sensitive or not set. */
  readonly value: string | null;
  /** True when nothing was set anywhere: the value is Kafka's own default. */
  readonly isDefault: boolean;
  readonly source: ConfigSource;
  readonly readOnly: boolean;
  readonly sensitive: boolean;
}

/** `org.apache.kafka.clients.admin.ConfigEntry.ConfigSource`, by number on the wire. */
const sources: Readonly<Record<number, ConfigSource>> = {
  1: 'topic',
  2: 'broker',
  3: 'cluster',
  4: 'serverProperties',
  5: 'default',
};

/** The configs of a response, ordered by name. */
export function configEntries(configs: readonly DescribedConfig[]): ConfigEntry[] {
  return configs
    .map(({ name, value, readOnly, source, sensitive }) => ({
      name,
      value,
      isDefault: sources[source] === 'default',
      source: sources[source] ?? 'other',
      readOnly,
      sensitive,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
