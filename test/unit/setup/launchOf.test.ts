import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { launchOf } from '../../../scripts/setup/launchOf.ts';

describe('how a program is run', () => {
  it('is as it stands where the system can run it', () => {
    const args = ['-f', 'a "b"'];
    for (const [command, platform] of [
      ['/usr/bin/mvn', 'linux'],
      ['/opt/tool.cmd', 'darwin'],
      ['C:\\java\\java.exe', 'win32'],
    ] as const) {
      assert.deepEqual(launchOf(command, args, platform), { command, args, verbatim: false });
    }
  });

  it('is through cmd.exe for a command file on Windows, each part in quotes', () => {
    const { args, verbatim } = launchOf(
      'C:\\Program Files\\maven\\mvn.cmd',
      ['-q', '-DoutputDirectory=C:\\A & B\\libs\\', ''],
      'win32',
    );
    assert.equal(verbatim, true);
    assert.deepEqual(args, [
      '/d',
      '/s',
      '/c',
      '""C:\\Program Files\\maven\\mvn.cmd" "-q" "-DoutputDirectory=C:\\A & B\\libs\\\\" """',
    ]);
  });

  it('is refused for what cmd.exe would read as something else', () => {
    for (const part of ['a"b', '%PATH%', 'a\nb']) {
      assert.throws(() => launchOf('npm.cmd', [part], 'win32'), /cannot be handed/);
    }
  });
});
