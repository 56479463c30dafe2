import { posix } from 'node:path';
import ts from 'typescript';

/** An export is told by the path of its file and its name. */
interface Export {
  readonly path: string;
  readonly name: string;
  readonly line: number;
  readonly hasComment: boolean;
}

interface Names {
  readonly exports: readonly Export[];
  /** `path#name` of what is imported from other files of the project. */
  readonly uses: readonly string[];
}

/** Exports that nobody imports by name, for they are loaded from a table or by a tool. */
const LOADED_BY_NAME: readonly RegExp[] = [
  // The table of commands and the launcher.
  /^src\/cli\/.*#command$/,
  /^src\/cli\/program\/main\.ts#main$/,
  // The bundler puts these in the place of packages.
  /^scripts\/lib\/stubs\//,
  // Vitest and the bench load these by their paths.
  /^test\/support\/global-setup\.ts#setup$/,
  /^bench\/learning\/index\.ts#/,
  /^bench\/learning\/learners\/.*#learner$/,
];

const isExported = (node: ts.Statement): boolean =>
  ts.canHaveModifiers(node) &&
  ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;

const namesOf = (node: ts.Statement): readonly string[] => {
  if (ts.isVariableStatement(node)) {
    return node.declarationList.declarations.flatMap(({ name }) =>
      ts.isIdentifier(name) ? [name.text] : name.elements.map(element => element.getText()),
    );
  }
  const { name } = node as ts.Statement & { readonly name?: ts.Node };
  return [name?.getText() ?? 'default'];
};

/** Both checks read the same files. */
const known = new Map<string, { readonly text: string; readonly names: Names }>();

const namesIn = (path: string, text: string): Names => {
  const earlier = known.get(path);
  if (earlier?.text === text) return earlier.names;
  const names = readNames(path, text);
  known.set(path, { text, names });
  return names;
};

const readNames = (path: string, text: string): Names => {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const target = (specifier: ts.Node | undefined): string | null =>
    specifier !== undefined && ts.isStringLiteral(specifier) && specifier.text.startsWith('.')
      ? posix.join(posix.dirname(path), specifier.text)
      : null;
  const uses: string[] = [];
  /** Files that are imported as a whole: whatever word of this file is a name there may be a use of it. */
  const whole: string[] = [];
  const words = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) words.add(node.text);
    if (ts.isImportDeclaration(node)) {
      const from = target(node.moduleSpecifier);
      const { namedBindings } = node.importClause ?? {};
      if (from !== null && namedBindings !== undefined) {
        if (ts.isNamespaceImport(namedBindings)) whole.push(from);
        else
          for (const one of namedBindings.elements)
            uses.push(`${from}#${(one.propertyName ?? one.name).text}`);
      }
    } else if (ts.isExportDeclaration(node)) {
      const from = target(node.moduleSpecifier);
      if (from !== null && node.exportClause !== undefined && ts.isNamedExports(node.exportClause))
        for (const one of node.exportClause.elements)
          uses.push(`${from}#${(one.propertyName ?? one.name).text}`);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const from = target(node.arguments[0]);
      if (from !== null) whole.push(from);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      const from = target(node.argument.literal);
      if (from !== null) whole.push(from);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  const exports = source.statements.filter(isExported).flatMap(node =>
    namesOf(node).map(name => ({
      path,
      name,
      line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1,
      hasComment: (ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []).some(({ pos }) =>
        text.startsWith('/**', pos),
      ),
    })),
  );
  return { exports, uses: [...uses, ...whole.flatMap(from => [...words].map(word => `${from}#${word}`))] };
};

/**
 * Exports without a doc comment. `command` of a module in the table of commands needs none: its help says what it is.
 * @param files text by path
 */
export const findSilentExports = (files: ReadonlyMap<string, string>): readonly string[] =>
  [...files].flatMap(([path, text]) => {
    // The forms of an overloaded function have one comment for all.
    const told = new Set<string>();
    return namesIn(path, text)
      .exports.filter(({ name, hasComment }) => {
        const isTold = hasComment || told.has(name) || (name === 'command' && path.startsWith('src/cli/'));
        told.add(name);
        return !isTold;
      })
      .map(({ name, line }) => `${path}:${line} exports ${name} without a doc comment`);
  });

/**
 * Exports that no other file imports.
 * @param files text by path, of everything that can import anything
 */
export const findDeadExports = (files: ReadonlyMap<string, string>): readonly string[] => {
  const read = [...files].map(([path, text]) => namesIn(path, text));
  const used = new Set(read.flatMap(({ uses }) => uses));
  return read
    .flatMap(({ exports }) => exports)
    .filter(({ path, name }) => {
      const id = `${path}#${name}`;
      return !used.has(id) && !LOADED_BY_NAME.some(pattern => pattern.test(id));
    })
    .map(({ path, name, line }) => `${path}:${line} exports ${name}, which nobody imports`);
};
