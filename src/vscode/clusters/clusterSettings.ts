import { ConfigurationTarget, workspace, type WorkspaceConfiguration } from 'vscode';
import type { ClusterAccess, ClusterProfile } from '../../kafka/connection/clusterProfile.ts';
import { parseBootstrapServers } from '../../kafka/connection/clusterProfile.ts';
import { settingPrefix, settings } from '../ids.ts';

/** One entry of the setting `kafkaWorkbench.clusters`, as written. */
export interface ClusterSetting {
  readonly bootstrapServers: string;
  /** Nothing is written to it from here. */
  readonly readOnly?: boolean | undefined;
  /** What writes to it asks for its name first. */
  readonly production?: boolean | undefined;
  /** Where we are, for brokers that know replicas nearby. */
  readonly rack?: string;
  /** The most that one read takes from it in a second, in millions of bytes. */
  readonly maxReadMbPerSecond?: number;
}

/** A saved cluster: its unique name and what the settings say; `problem` where that cannot be used. */
export interface SavedCluster {
  readonly name: string;
  readonly bootstrapServers: string;
  readonly access?: ClusterAccess;
  readonly profile?: ClusterProfile;
  readonly problem?: Error;
}

/** What a settings file may hold is anything: `null` or a string is no cluster. */
function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

const configuration = (): WorkspaceConfiguration => workspace.getConfiguration(settingPrefix);

/** The saved clusters of all scopes, merged by name, in the order of their names. */
export function readClusters(): SavedCluster[] {
  return Object.entries(objectOf(configuration().get<unknown>(settings.clusters)))
    .map(([name, entry]) => toSavedCluster(name, entry))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** A hand-written entry may hold anything: one that cannot be used is listed with its problem. */
function toSavedCluster(name: string, entry: unknown): SavedCluster {
  const { bootstrapServers: servers, readOnly, production, rack, ...pace } = objectOf(entry);
  const bootstrapServers = typeof servers === 'string' ? servers : '';
  const access: ClusterAccess | undefined =
    readOnly === true ? 'readOnly' : production === true ? 'production' : undefined;
  const mark = access === undefined ? {} : { access };
  try {
    return {
      name,
      bootstrapServers,
      ...mark,
      profile: {
        name,
        bootstrapServers: parseBootstrapServers(bootstrapServers),
        ...mark,
        ...(typeof rack === 'string' && rack !== '' && { rack }),
        ...readPace(pace.maxReadMbPerSecond),
      },
    };
  } catch (error) {
    const problem = error instanceof Error ? error : new Error(String(error));
    return { name, bootstrapServers, ...mark, problem };
  }
}

function readPace(megabytes: unknown): Pick<ClusterProfile, 'readBytesPerSecond'> {
  return typeof megabytes === 'number' && megabytes > 0
    ? { readBytesPerSecond: megabytes * 1_000_000 }
    : {};
}

/**
 * Writes or (setting undefined) removes one cluster, in the scope that holds it, else in the user's. What the setting does
 * not name stays as it was written.
 * @param replaces the name under which it was saved so far, where it is renamed.
 */
export async function writeCluster(
  name: string,
  setting: ClusterSetting | undefined,
  replaces: string = name,
): Promise<void> {
  const inspected = configuration().inspect<unknown>(settings.clusters);
  const global = objectOf(inspected?.globalValue);
  const scopes = [
    [ConfigurationTarget.Workspace, objectOf(inspected?.workspaceValue)],
    [ConfigurationTarget.Global, global],
  ] as const;
  const [target, current] = scopes.find(([, value]) => Object.hasOwn(value, replaces)) ?? [
    ConfigurationTarget.Global,
    global,
  ];
  const rest = Object.entries(current).filter(([key]) => key !== name && key !== replaces);
  const kept = { ...objectOf(current[replaces]), ...setting };
  const entries = setting === undefined ? rest : [...rest, [name, kept] as const];
  await configuration().update(
    settings.clusters,
    entries.length === 0 ? undefined : Object.fromEntries(entries),
    target,
  );
}
