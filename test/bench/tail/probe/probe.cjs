// An extension that measures the extension host it runs in. On SIGUSR2 it writes what it has measured since the last
// one to the file that HOST_PROBE names.
const { writeFileSync, renameSync } = require('node:fs');
const { monitorEventLoopDelay } = require('node:perf_hooks');

exports.activate = () => {
  const file = process.env.HOST_PROBE;
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  let written = 0;
  const write = () => {
    const [p50, p99] = [50, 99].map((share) => delay.percentile(share) / 1e6);
    const { rss } = process.memoryUsage();
    const figures = { pid: process.pid, written: written++, p50, p99, max: delay.max / 1e6, rss };
    writeFileSync(`${file}.part`, JSON.stringify(figures));
    renameSync(`${file}.part`, file);
    delay.reset();
  };
  process.on('SIGUSR2', write);
  write();
};
