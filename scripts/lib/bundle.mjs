/**
 * Bundles `src/` into the chunks of `dist/`. esbuild splits code by itself only for ES modules, and loading
 * ES modules costs a command-line program too much time, so the chunks are CommonJS and joined by `require`:
 * every chunk is an object with one lazy property per module, and an import that leads into another chunk
 * becomes `require('./<chunk>.cjs')['<path>']`, at the first use of anything that was imported: a chunk that a command
 * does not come to use is never read.
 */
import { join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { assignChunks, SHARED_PACKAGES } from './chunks.mjs';
import { makePatcher } from './patches.mjs';

/** What the launcher calls. */
const MAIN = 'src/cli/program/main.ts';

/** What the build calls, to compile the shipped course. */
export const COMPILER = 'src/content/parse/build-course.ts';

const ENTRIES = [MAIN, COMPILER];

/** What packages read from the folder of their code, which is that of the chunks once they are bundled. */
export const BESIDE_CHUNKS = ['node_modules/sql.js/dist/sql-wasm.wasm'];

/** Packages replaced by a file of ours. */
const STUBS = new Map([
  ['cli-highlight', 'scripts/lib/stubs/cli-highlight.mjs'],
  ['node-emoji', 'scripts/lib/stubs/node-emoji.mjs'],
  ['ajv/dist/2020.js', 'scripts/lib/stubs/ajv.cjs'],
  ['ajv-formats', 'scripts/lib/stubs/ajv.cjs'],
]);

/**
 * Modules of Node that are loaded at the first call, not with the file that imports them: of each the functions that
 * `src/` calls. Loading `crypto` takes an eighth of the time that Node needs to start, `tty` a twelfth.
 */
const DEFERRED = new Map([
  ['node:crypto', ['createHash', 'randomBytes']],
  ['node:tty', ['isatty']],
]);

const deferredSource = (name, functions) =>
  functions
    .map(each => `export const ${each} = (...args) => require(${JSON.stringify(name)}).${each}(...args);`)
    .join('\n');

const posix = path => path.split(sep).join('/');

const COMMON = /** @type {const} */ ({
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  metafile: true,
  write: false,
  logLevel: 'error',
  jsx: 'automatic',
  // Chunks are run as scripts, in which an `import()` of Node's own modules would need more than `require`.
  supported: { 'dynamic-import': false },
  define: { 'process.env.NODE_ENV': '"production"' },
});

/**
 * The files of `src/` that the entries reach, and what each imports.
 * @param {string} root
 * @returns {Promise<Map<string, { path: string, kind: string }[]>>}
 */
const readGraph = async root => {
  const { metafile } = await build({
    ...COMMON,
    absWorkingDir: root,
    entryPoints: ENTRIES,
    outdir: 'unused',
    format: 'esm',
    packages: 'external',
  });
  return new Map(
    Object.entries(metafile.inputs).map(([path, input]) => [
      path,
      input.imports.filter(({ external }) => external !== true),
    ]),
  );
};

/**
 * The names that each file of `src/` exports.
 * @param {string} root
 * @param {Iterable<string>} paths
 * @returns {Promise<Map<string, readonly string[]>>}
 */
const readExports = async (root, paths) => {
  const { metafile } = await build({
    ...COMMON,
    bundle: false,
    absWorkingDir: root,
    entryPoints: [...paths],
    outbase: root,
    outdir: 'unused',
    format: 'esm',
  });
  return new Map(
    Object.values(metafile.outputs).map(({ entryPoint = '', exports }) => {
      if (exports.includes('default') || exports.includes('*'))
        throw new Error(`${entryPoint} exports something without a name`);
      return [entryPoint, exports];
    }),
  );
};

/** In every chunk: a module of another one, which is read when something of it is first used and then stays at hand. */
const LAZY = `exports.lazy = (load, names) => {
  const found = Object.defineProperty({}, '__esModule', { value: true });
  for (const name of names)
    Object.defineProperty(found, name, {
      get: () => {
        const value = load()[name];
        Object.defineProperty(found, name, { value });
        return value;
      },
      enumerable: true,
      configurable: true,
    });
  return found;
};`;

const lazySource = (target, names) =>
  `module.exports = require('chunk:lazy').lazy(() => ${target}, ${JSON.stringify(names.join(' '))}.split(' '));`;

/** By chunk: the modules that other chunks, the launcher or the build ask it for. */
const exposedModules = (graph, chunks) => {
  const exposed = new Map();
  const expose = path => {
    const chunk = chunks.get(path);
    if (!exposed.has(chunk)) exposed.set(chunk, new Set());
    exposed.get(chunk).add(path);
  };
  for (const entry of ENTRIES) expose(entry);
  for (const [importer, imports] of graph) {
    for (const { path } of imports) {
      if (chunks.get(path) !== chunks.get(importer)) expose(path);
    }
  }
  for (const [name, { chunk }] of SHARED_PACKAGES) {
    if (!exposed.has(chunk)) exposed.set(chunk, new Set());
    exposed.get(chunk).add(name);
  }
  return exposed;
};

/** What stands at the top of a chunk: one lazy property per module that is asked for from outside. */
const chunkSource = modules =>
  `module.exports = {\n${[...modules]
    .toSorted()
    .map(path => {
      const shared = SHARED_PACKAGES.get(path);
      const module = `require(${JSON.stringify(shared === undefined ? `./${path}` : path)})`;
      const value = shared === undefined || shared.gives === 'names' ? module : `${module}.default`;
      return `  get ${JSON.stringify(path)}() { return ${value}; },`;
    })
    .join('\n')}\n};\n`;

/** Turns imports that lead into another chunk into `require` of that chunk. */
const crossing = (root, chunk, chunks, exports) => ({
  name: 'crossing',
  setup(esbuild) {
    const cross = (owner, key) => ({
      path: `./${owner}.cjs`,
      namespace: 'crossing',
      suffix: `?${key}`,
      pluginData: { owner, key },
    });
    esbuild.onResolve({ filter: /^\.{1,2}\/.*\.tsx?$/ }, ({ resolveDir, path, namespace }) => {
      if (namespace !== 'file') return undefined;
      const target = posix(relative(root, resolve(resolveDir, path)));
      const owner = chunks.get(target);
      return owner === chunk || owner === undefined ? undefined : cross(owner, target);
    });
    esbuild.onResolve({ filter: /^[^./]/ }, async ({ path, resolveDir, kind, pluginData, namespace }) => {
      const stub = STUBS.get(path);
      if (stub !== undefined) return { path: join(root, stub) };
      const owner = SHARED_PACKAGES.get(path)?.chunk;
      if (owner === undefined || owner === chunk || pluginData === 'resolving') return undefined;
      const found = await esbuild.resolve(path, { resolveDir, kind, namespace, pluginData: 'resolving' });
      // Another version that a package brings along stays with that package.
      const at = `${posix(root)}/node_modules/${path}`;
      const own =
        posix(found.path) === at || [`${at}/`, `${at}.js`].some(place => posix(found.path).startsWith(place));
      return own ? cross(owner, path) : undefined;
    });
    esbuild.onResolve({ filter: /^node:/ }, ({ path, importer, namespace }) =>
      namespace === 'file' && DEFERRED.has(path) && posix(relative(root, importer)).startsWith('src/')
        ? { path, namespace: 'deferred' }
        : undefined,
    );
    esbuild.onLoad({ filter: /.*/, namespace: 'deferred' }, ({ path }) => ({
      contents: path === 'chunk:lazy' ? LAZY : deferredSource(path, DEFERRED.get(path) ?? []),
    }));
    esbuild.onLoad({ filter: /.*/, namespace: 'crossing' }, ({ pluginData: { owner, key } }) => {
      const target = `require(${JSON.stringify(`./${owner}.cjs`)})[${JSON.stringify(key)}]`;
      const { gives, shortcut = '() => undefined' } = SHARED_PACKAGES.get(key) ?? {};
      switch (gives) {
        case 'function':
          return {
            contents: `const shortcut = ${shortcut};
module.exports = (...args) => shortcut(args[0]) ?? ${target}(...args);`,
          };
        case 'default':
          return { contents: `const value = ${target};\nexport default value;` };
        default: {
          const names = exports.get(key);
          return {
            contents: names === undefined ? `module.exports = ${target};` : lazySource(target, names),
          };
        }
      }
    });
    esbuild.onResolve({ filter: /^chunk:lazy$/ }, ({ path }) => ({ path, namespace: 'deferred' }));
    esbuild.onResolve({ filter: /\.cjs$/, namespace: 'crossing' }, ({ path }) => ({ path, external: true }));
  },
});

/**
 * A text in ASCII: esbuild leaves other letters in regular expressions only, where these escapes mean the same.
 * @throws Error where one stands after a backslash, and would not
 */
const inAscii = contents => {
  const text = Buffer.from(contents).toString('utf8');
  const odd = /.{0,40}\\[\u0080-\uffff]/.exec(text);
  if (odd !== null) throw new Error(`A letter must not be escaped: ${odd[0]}`);
  const escaped = text.replace(
    /[\u0080-\uffff]/g,
    unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return Buffer.from(escaped, 'latin1');
};

/** @throws Error naming every file that two chunks hold. */
const requireDisjoint = inputsByChunk => {
  const owners = new Map();
  for (const [chunk, inputs] of inputsByChunk) {
    for (const path of inputs) owners.set(path, [...(owners.get(path) ?? []), chunk]);
  }
  const doubled = [...owners].filter(([, chunks]) => chunks.length > 1);
  if (doubled.length === 0) return;
  const lines = doubled.map(([path, chunks]) => `  ${path}: ${chunks.join(', ')}`);
  throw new Error(
    `These files would be bundled twice; give them a chunk in scripts/lib/chunks.mjs:\n${lines.join('\n')}`,
  );
};

/**
 * @param {{ root: string, version: string, forDevelopment?: boolean }} options with `forDevelopment` the code stays
 *   readable and has source maps
 * @returns {Promise<{ files: Map<string, Uint8Array>, compilerFile: string, inputs: string[] }>} contents by
 *   file name, the one with the compiler of courses, and every source that went into them
 * @throws Error when something does not compile or lands in two chunks
 */
export const bundle = async ({ root, version, forDevelopment = false }) => {
  const graph = await readGraph(root);
  const chunks = assignChunks(graph);
  const exposed = exposedModules(graph, chunks);
  const exports = await readExports(root, graph.keys());
  const patcher = makePatcher();
  const results = await Promise.all(
    [...exposed].map(async ([chunk, modules]) => {
      const extra =
        chunk === chunks.get(MAIN) ? `module.exports.version = ${JSON.stringify(version)};\n` : '';
      const result = await build({
        ...COMMON,
        absWorkingDir: root,
        stdin: {
          contents: chunkSource(modules) + extra,
          resolveDir: root,
          sourcefile: `${chunk}.cjs`,
        },
        outfile: `${chunk}.cjs`,
        format: 'cjs',
        minify: !forDevelopment,
        sourcemap: forDevelopment ? 'inline' : false,
        // A stack then names the file as it lies in src/.
        sourceRoot: `${pathToFileURL(root).href}/`,
        // The licences are collected into dist/LICENSES.txt.
        legalComments: 'none',
        plugins: [crossing(root, chunk, chunks, exports), patcher.plugin],
      });
      const inputs = Object.entries(Object.values(result.metafile.outputs)[0].inputs)
        .filter(([path, { bytesInOutput }]) => bytesInOutput > 0 && !/^(?:crossing|deferred):/.test(path))
        .map(([path]) => path)
        .filter(path => path !== `${chunk}.cjs`);
      return { chunk, inputs, contents: inAscii(result.outputFiles[0].contents) };
    }),
  );
  patcher.requireAllUsed();
  requireDisjoint(results.map(({ chunk, inputs }) => [chunk, inputs]));
  return {
    files: new Map(results.map(({ chunk, contents }) => [`${chunk}.cjs`, contents])),
    compilerFile: `${chunks.get(COMPILER)}.cjs`,
    inputs: results.flatMap(({ inputs }) => inputs),
  };
};
