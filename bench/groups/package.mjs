/** Size of the installed package without its course. */
import { execFileSync } from 'node:child_process';

/** @returns {Promise<import('../lib/report.mjs').Result[]>} */
export const measurePackage = async ({ root }) => {
  const report = execFileSync('npm', ['pack', '--json', '--dry-run', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [packed] = Object.values(JSON.parse(report));
  const bytes = packed.files
    .filter(({ path }) => !/^(?:content|questions|dist\/course)\//.test(path))
    .reduce((sum, { size }) => sum + size, 0);
  return [
    {
      what: 'installed package without the course',
      value: bytes / 1e6,
      budget: 6,
      unit: 'MB',
      note: `${(packed.size / 1e6).toFixed(2)} MB packed, with the course`,
    },
  ];
};
