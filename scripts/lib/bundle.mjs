/**
 * Bundles `src/` into the chunks of `dist/`. esbuild splits code by itself only for ES modules, and loading
 * ES modules costs a command-line program too much time, so the chunks are CommonJS and joined by `require`:
 * every chunk is an object with one lazy property per module, and an import that leads into another chunk
 * becomes `require('./<chunk>.cjs')['<path>']`. A static import loads the other module when the importing one
 * is evaluated, as ever; a dynamic one stays deferred.
 */
import { join, relative, resolve, sep } from 'node:path';
import { build } from 'esbuild';
import { chunkOf, SHARED_PACKAGES } from './chunks.mjs';
import { makePatcher } from './patches.mjs';

/** Modules that something outside the bundle calls: the launcher, and the build for compiling the course. */
export const ENTRIES = ['src/cli/main.ts', 'src/content/build-course.ts'];

/** Packages replaced by a file of ours. */
const STUBS = new Map([
  ['cli-highlight', 'scripts/lib/stubs/cli-highlight.mjs'],
  ['node-emoji', 'scripts/lib/stubs/node-emoji.mjs'],
]);

const posix = path => path.split(sep).join('/');

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  metafile: true,
  write: false,
  logLevel: 'error',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
};

/**
 * The files of `src/` that the entries reach, and what each imports.
 * @param {string} root
 * @returns {Promise<Map<string, { path: string }[]>>}
 */
const readGraph = async root => {
  const { metafile } = await build({
    ...shared,
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

/** By chunk: the modules that other chunks, the launcher or the build ask it for. */
const exposedModules = graph => {
  const exposed = new Map();
  const expose = path => {
    const chunk = chunkOf(path);
    if (!exposed.has(chunk)) exposed.set(chunk, new Set());
    exposed.get(chunk).add(path);
  };
  for (const entry of ENTRIES) expose(entry);
  for (const [importer, imports] of graph) {
    for (const { path } of imports) {
      if (chunkOf(path) !== chunkOf(importer)) expose(path);
    }
  }
  for (const [name, chunk] of SHARED_PACKAGES) {
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
      const module = SHARED_PACKAGES.has(path)
        ? `require(${JSON.stringify(path)}).default`
        : `require(${JSON.stringify(`./${path}`)})`;
      return `  get ${JSON.stringify(path)}() { return ${module}; },`;
    })
    .join('\n')}\n};\n`;

/** Turns imports that lead into another chunk into `require` of that chunk. */
const crossing = (root, chunk) => ({
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
      const owner = chunkOf(target);
      return owner === chunk ? undefined : cross(owner, target);
    });
    esbuild.onResolve({ filter: /^[^./]/ }, async ({ path, resolveDir, kind, pluginData, namespace }) => {
      const stub = STUBS.get(path);
      if (stub !== undefined) return { path: join(root, stub) };
      const owner = SHARED_PACKAGES.get(path);
      if (owner === undefined || owner === chunk || pluginData === 'resolving') return undefined;
      const found = await esbuild.resolve(path, { resolveDir, kind, namespace, pluginData: 'resolving' });
      // Another version that a package brings along stays with that package.
      const own = posix(found.path).startsWith(`${posix(root)}/node_modules/${path}/`);
      return own ? cross(owner, path) : undefined;
    });
    esbuild.onLoad({ filter: /.*/, namespace: 'crossing' }, ({ pluginData: { owner, key } }) => {
      const target = `require(${JSON.stringify(`./${owner}.cjs`)})[${JSON.stringify(key)}]`;
      const value = SHARED_PACKAGES.has(key) ? `(...args) => ${target}(...args)` : target;
      return { contents: `module.exports = ${value};` };
    });
    esbuild.onResolve({ filter: /\.cjs$/, namespace: 'crossing' }, ({ path }) => ({ path, external: true }));
  },
});

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
 * @param {{ root: string, version: string }} options
 * @returns {Promise<{ files: Map<string, Uint8Array>, inputs: string[] }>} contents by file name, and
 *   every file that went into them, relative to the project
 * @throws Error when something does not compile or lands in two chunks
 */
export const bundle = async ({ root, version }) => {
  const exposed = exposedModules(await readGraph(root));
  const patcher = makePatcher();
  const results = await Promise.all(
    [...exposed].map(async ([chunk, modules]) => {
      const start = chunk === chunkOf(ENTRIES[0]) ? `exports.version = ${JSON.stringify(version)};\n` : '';
      const result = await build({
        ...shared,
        absWorkingDir: root,
        stdin: {
          contents: `${chunkSource(modules)}${start.replace('exports.', 'module.exports.')}`,
          resolveDir: root,
          sourcefile: `${chunk}.cjs`,
        },
        outfile: `${chunk}.cjs`,
        format: 'cjs',
        minifySyntax: true,
        minifyWhitespace: true,
        // The licences are collected into dist/LICENSES.txt.
        legalComments: 'none',
        plugins: [crossing(root, chunk), patcher.plugin],
      });
      const inputs = Object.entries(Object.values(result.metafile.outputs)[0].inputs)
        .filter(([path, { bytesInOutput }]) => bytesInOutput > 0 && !path.startsWith('crossing:'))
        .map(([path]) => path)
        .filter(path => path !== `${chunk}.cjs`);
      return { chunk, inputs, contents: result.outputFiles[0].contents };
    }),
  );
  patcher.requireAllUsed();
  requireDisjoint(results.map(({ chunk, inputs }) => [chunk, inputs]));
  return {
    files: new Map(results.map(({ chunk, contents }) => [`${chunk}.cjs`, contents])),
    inputs: results.flatMap(({ inputs }) => inputs),
  };
};
