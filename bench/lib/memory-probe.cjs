// Loaded into the measured process: leaves its peak resident memory, in KiB, when it ends.
'use strict';

process.on('exit', () => {
  const { maxRSS } = process.resourceUsage();
  require('node:fs').writeFileSync(process.env.BENCH_MEMORY_FILE ?? '', String(maxRSS));
});
