/**
 * Runs on `npm ci` and `npm pack`. Without the development packages (`npm ci --omit=dev`) there is nothing to
 * build with; the launcher then says what to do.
 */
import { createRequire } from 'node:module';

const hasBundler = () => {
  try {
    createRequire(import.meta.url).resolve('esbuild');
    return true;
  } catch {
    return false;
  }
};

// npm runs this again at the first `npx study` of a clone, when the build is there already and may be in use.
process.argv.push('--if-stale');
if (hasBundler()) await import('./build.mjs');
else console.log('study is not built: that needs the development packages (npm ci).');
