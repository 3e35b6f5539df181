// The walls between rooms (ARCHITECTURE.md): which imports each room is refused, and why. A room has one
// entry, because of two that match a file ESLint keeps only the later one.

/** Import patterns that are refused, with the reason. */
const refuse = (group, message) => ({ group, message });
const noVscode = refuse(['vscode'], 'Only src/vscode and src/extension.ts may import vscode.');
const noNode = refuse(
  ['node:*', 'fs', 'net', 'path', 'zlib', 'crypto', 'os', 'child_process'],
  'The pure layers run anywhere: no Node API.',
);
const noKafkajs = refuse(['kafkajs', 'kafkajs/*'], 'kafkajs belongs to src/kafka.');
const noInternals = refuse(
  ['kafkajs/src/*', 'kafkajs/src/**'],
  'Only src/kafka/wire touches kafkajs internals.',
);
const noKit = refuse(
  ['@vscode-elements/*', '@vscode-elements/**'],
  'The component kit is imported in webview/shared/controls.ts alone.',
);
const noTests = refuse(['**/test/**', '**/scripts/**'], 'What ships knows no test and no script.');

/** Refuses imports of other rooms of src, or of the pages. */
const noRooms = (...rooms) =>
  refuse(
    rooms.flatMap((room) => [`**/${room}/**`]),
    'Data flows one way: pages and trees ask, these rooms answer.',
  );

const room = (files, ...patterns) => ({
  files,
  rules: {
    '@typescript-eslint/no-restricted-imports': ['error', { patterns: [...patterns, noTests] }],
  },
});

const faces = ['vscode', 'webview', 'cli'];
const services = ['kafka', 'registry', 'connect', 'local', 'run'];

export const walls = [
  room(
    ['src/protocol/**/*.ts'],
    noVscode,
    noNode,
    noKafkajs,
    noKit,
    noRooms('core', 'messages', ...services, ...faces),
  ),
  room(
    ['src/core/**/*.ts', 'src/messages/**/*.ts'],
    noVscode,
    noNode,
    noKafkajs,
    noKit,
    noRooms(...services, ...faces),
  ),
  room(
    ['src/kafka/{connection,admin,read,consume,produce}/**/*.ts'],
    noVscode,
    noInternals,
    noKit,
    noRooms('registry', 'connect', 'local', 'run', ...faces),
  ),
  room(
    ['src/kafka/wire/**/*.ts'],
    noVscode,
    noKit,
    noRooms('admin', 'read', 'consume', 'produce', 'connection', 'local', 'run', ...faces),
  ),
  room(
    ['src/local/**/*.ts'],
    noVscode,
    noKafkajs,
    noKit,
    noRooms('registry', 'connect', 'run', ...faces),
  ),
  room(['src/run/**/*.ts'], noVscode, noKafkajs, noKit, noRooms('local', ...faces)),
  room(['src/cli/**/*.ts'], noVscode, noKafkajs, noKit, noRooms('local', 'vscode', 'webview')),
  room(['src/vscode/**/*.ts', 'src/extension.ts'], noKafkajs, noKit, noRooms('webview', 'cli')),
  room(
    ['webview/**/*.ts'],
    noVscode,
    noNode,
    noKafkajs,
    noKit,
    noRooms(...services, 'vscode', 'cli'),
  ),
  room(
    ['webview/shared/controls.ts'],
    noVscode,
    noNode,
    noKafkajs,
    noRooms(...services, 'vscode', 'cli'),
  ),
];
