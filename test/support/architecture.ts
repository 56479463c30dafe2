import ts from 'typescript';

/** The folders of `src/` and which of them each may import from. Downward only. */
const LAYERS: ReadonlyMap<string, readonly string[]> = new Map([
  ['core', ['core']],
  ['disk', ['core', 'disk']],
  ['content', ['core', 'disk', 'content']],
  ['store', ['core', 'disk', 'store']],
  ['app', ['core', 'disk', 'content', 'store', 'app']],
  ['text', ['core', 'app', 'text']],
  ['tui', ['core', 'app', 'text', 'tui']],
  ['cli', ['core', 'app', 'text', 'tui', 'cli']],
]);

/**
 * The folders of `src/core/`, lowest first. A folder may import from those in the lines above its own, and from
 * no other of its own line.
 */
const CORE: readonly (readonly string[])[] = [
  ['base'],
  ['number'],
  ['course'],
  ['journal'],
  ['memory'],
  ['plan'],
  ['forecast'],
  ['fold'],
  ['relink'],
  ['question'],
  ['queue'],
  ['readiness'],
  ['lists'],
  ['session', 'exam', 'calc', 'reading', 'search', 'stats', 'device', 'transfer'],
  ['check'],
];

/** Layers with so few files that they have no folders. */
const FLAT = new Set(['disk']);

/** A folder with more files of its own than this is two folders. */
const FULLEST_FOLDER = 20;

/** Folders that are tables, a file an entry. */
const TABLES = /\/(?:definitions|commands)$/;

/** Which files may import a package or a module of Node; what is not listed may be imported nowhere. */
const PACKAGES: readonly (readonly [RegExp, RegExp])[] = [
  [/^ts-fsrs$/, /^src\/core\/memory\/memory\.ts$/],
  [/^fuse\.js$/, /^src\/core\/search\/(?:search|mend)\.ts$/],
  [/^(?:gray-matter|js-yaml|valibot|github-slugger)$/, /^src\/content\//],
  [/^(?:yauzl|fflate|fzstd|sql\.js|turndown|@mixmark-io\/domino|pbf)$/, /^src\/content\/transfer\//],
  [/^marked$/, /^src\/(?:content|text\/markdown)\//],
  [/^marked-terminal$/, /^src\/text\/markdown\//],
  [/^highlight\.js\/lib\//, /^src\/text\/markdown\/highlight\.ts$/],
  [/^string-width$/, /^src\/(?:text|tui)\//],
  [/^@noble\/hashes\//, /^src\/(?:content\/transfer\/|store\/device\/machine\.ts$)/],
  [/^csv-parse\/sync$/, /^src\/content\/transfer\//],
  [/^conf$/, /^src\/store\/device\/preferences-conf\.ts$/],
  [/^commander$/, /^src\/cli\//],
  [/^(?:ink|react)(?:\/|$)/, /^src\/tui\//],
  // The one in cli opens nothing: it writes to what the process was given.
  [/^node:fs(?:\/promises)?$/, /^src\/(?:(?:disk|content|store)\/|cli\/terminal\/standard-output\.ts$)/],
  [/^node:(?:child_process|readline|tty)(?:\/promises)?$/, /^src\/(?:cli\/|tui\/|store\/sync\/git\.ts$)/],
  [/^node:(?:crypto|os|path|url|util|process|buffer|module|zlib)$/, /^src\/(?!core\/)/],
];

/**
 * Calls of node:fs that wait for a pipe or follow a link to anywhere: files are read through src/disk. The others open
 * what only this program makes (`wx`), folders, or /proc.
 */
const UNSAFE_READS = /\b(?:readFileSync|openSync|createReadStream)\b/;
const OPENS_BY_ITSELF =
  /^src\/(?:disk\/|store\/(?:journal\/appender|sync\/exchange|device\/home-rights|exam\/process-identity)\.ts$)/;

/** Globals that make a rule depend on where and when it runs. */
const IMPURE_GLOBALS = new Set([
  'process',
  'Buffer',
  'crypto',
  'fetch',
  'globalThis',
  'performance',
  'setImmediate',
  'setInterval',
  'setTimeout',
]);

/** The one file that reads the machine's clock. */
const CLOCK = 'src/app/learner/runtime.ts';

/** The one file in which the clock becomes a study day. */
const MOMENT = 'src/app/learner/moment.ts';

const LONGEST_FILE = 300;

interface Import {
  readonly specifier: string;
  readonly kind: 'static' | 'type' | 'dynamic';
}

interface Reading {
  readonly imports: readonly Import[];
  /** Forbidden things that were found, as sentences. */
  readonly findings: readonly string[];
}

const isTypeOnlyImport = (node: ts.ImportDeclaration): boolean =>
  node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;

/** `a` in `a.b`, or a bare `a` that is a value: not the name of a property, a parameter or a type. */
const isGlobalUse = (node: ts.Identifier): boolean => {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isQualifiedName(parent) || ts.isTypeReferenceNode(parent)) return false;
  if (
    ts.isPropertyAssignment(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isParameter(parent) ||
    ts.isBindingElement(parent) ||
    ts.isVariableDeclaration(parent)
  ) {
    return parent.name !== node && !(ts.isBindingElement(parent) && parent.propertyName === node);
  }
  return true;
};

/** Reads the imports and the forbidden calls of one file. */
const readSource = (path: string, text: string): Reading => {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  const findings: string[] = [];
  const place = (node: ts.Node): string =>
    `${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      imports.push({
        specifier: node.moduleSpecifier.text,
        kind: isTypeOnlyImport(node) ? 'type' : 'static',
      });
    } else if (
      ts.isExportDeclaration(node) &&
      node.moduleSpecifier !== undefined &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      imports.push({ specifier: node.moduleSpecifier.text, kind: node.isTypeOnly ? 'type' : 'static' });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [target] = node.arguments;
      if (target !== undefined && ts.isStringLiteral(target)) {
        imports.push({ specifier: target.text, kind: 'dynamic' });
      } else findings.push(`${place(node)} imports something that is not written out`);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      const { literal } = node.argument;
      if (ts.isStringLiteral(literal)) imports.push({ specifier: literal.text, kind: 'type' });
    } else if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
      const use = `${node.expression.text}.${node.name.text}`;
      if (use === 'process.exit') findings.push(`${place(node)} calls process.exit`);
      if (use === 'Math.random') findings.push(`${place(node)} uses Math.random`);
      if (use === 'Date.now' && path !== CLOCK) findings.push(`${place(node)} reads the clock`);
      if (node.expression.text === 'console') findings.push(`${place(node)} uses console`);
    } else if (
      ts.isCallExpression(node) &&
      ts.isIdentifier(node.expression) &&
      node.expression.text === 'makeMoment' &&
      path !== MOMENT
    ) {
      findings.push(`${place(node)} makes a moment by itself, not through ${MOMENT}`);
    } else if (
      ts.isNewExpression(node) &&
      ts.isIdentifier(node.expression) &&
      node.expression.text === 'Date' &&
      (node.arguments ?? []).length === 0 &&
      path !== CLOCK
    ) {
      findings.push(`${place(node)} reads the clock`);
    }
    if (
      path.startsWith('src/core/') &&
      ts.isIdentifier(node) &&
      IMPURE_GLOBALS.has(node.text) &&
      isGlobalUse(node)
    ) {
      findings.push(`${place(node)} uses ${node.text} in core`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { imports, findings };
};

/** `src/core/x.ts` for `./x.ts` in `src/core/y.ts`. */
const resolveImport = (from: string, specifier: string): string => {
  const parts = from.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
};

const layerOf = (path: string): string => path.split('/')[1] ?? '';

/** Where a file of core stands in the order of its folders; -1 where it stands in none. */
const coreRank = (path: string): number => CORE.findIndex(line => line.includes(path.split('/')[2] ?? ''));

const isCore = (path: string): boolean => layerOf(path) === 'core';

const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/');

const breaksCoreOrder = (path: string, target: string): boolean =>
  isCore(path) &&
  isCore(target) &&
  path.split('/')[2] !== target.split('/')[2] &&
  coreRank(path) <= coreRank(target);

/** What is wrong with the place of a file. */
const judgePlace = (path: string): string | null => {
  const layer = layerOf(path);
  if (!LAYERS.has(layer)) return `${path} is in no layer`;
  if (path.split('/').length < 4 && !FLAT.has(layer)) return `${path} is in no folder of ${layer}`;
  return layer === 'core' && coreRank(path) === -1
    ? `${folderOf(path)} has no place in the order of core`
    : null;
};

/** Folders with too many files of their own. */
const findFullFolders = (paths: Iterable<string>): readonly string[] => {
  const counts = new Map<string, number>();
  for (const path of paths) counts.set(folderOf(path), (counts.get(folderOf(path)) ?? 0) + 1);
  return [...counts]
    .filter(([folder, count]) => count > FULLEST_FOLDER && !TABLES.test(folder))
    .map(([folder, count]) => `${folder} has ${count} files of its own, more than ${FULLEST_FOLDER}`);
};

const judgeImport = (path: string, { specifier, kind }: Import): string | null => {
  if (!specifier.startsWith('.')) {
    const rules = PACKAGES.filter(([name]) => name.test(specifier));
    if (rules.some(([, files]) => files.test(path))) return null;
    return `${path} may not import ${specifier}`;
  }
  const target = resolveImport(path, specifier);
  if (!LAYERS.get(layerOf(path))?.includes(layerOf(target))) return `${path} may not import ${target}`;
  if (breaksCoreOrder(path, target)) return `${path} may not import ${target}`;
  const crossesToScreens = layerOf(path) === 'cli' && layerOf(target) === 'tui';
  return crossesToScreens && kind === 'static' ? `${path} imports ${target} other than dynamically` : null;
};

const isTooLong = (text: string): boolean => {
  const lines = text.trimEnd().split('\n');
  const head = lines.slice(0, 12).join('\n');
  return lines.length > LONGEST_FILE && !/\blines\b/.test(head);
};

/** Circles of imports, each as `a -> b -> a`; types and deferred imports close one as well. */
const findCycles = (graph: ReadonlyMap<string, readonly string[]>): string[] => {
  const done = new Set<string>();
  const cycles: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start !== -1) {
      cycles.push(`circle of imports: ${[...trail.slice(start), path].join(' -> ')}`);
      return;
    }
    if (done.has(path)) return;
    for (const next of graph.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) walk(path, []);
  return cycles;
};

/**
 * Everything in the sources that breaks the rules of the house.
 * @param files text by path, `src/<layer>/...`
 */
export const findViolations = (files: ReadonlyMap<string, string>): readonly string[] => {
  const graph = new Map<string, readonly string[]>();
  const violations: string[] = [];
  for (const [path, text] of files) {
    const misplaced = judgePlace(path);
    if (misplaced !== null) violations.push(misplaced);
    const { imports, findings } = readSource(path, text);
    violations.push(...findings);
    if (UNSAFE_READS.test(text) && !OPENS_BY_ITSELF.test(path))
      violations.push(`${path} opens a file by itself, not through src/disk/regular-file.ts`);
    if (isTooLong(text))
      violations.push(`${path} has more than ${LONGEST_FILE} lines and no reason at its head`);
    for (const one of imports) {
      const complaint = judgeImport(path, one);
      if (complaint !== null) violations.push(complaint);
    }
    graph.set(
      path,
      imports
        .filter(({ specifier }) => specifier.startsWith('.'))
        .map(({ specifier }) => resolveImport(path, specifier)),
    );
  }
  return [...violations, ...findFullFolders(files.keys()), ...findCycles(graph)];
};
