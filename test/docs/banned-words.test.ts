/** Words that were dropped for a better one stay out of everything a learner reads. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/run-study.ts';

/** The word that is out, and what is written in its place. */
const BANNED: readonly (readonly [RegExp, string])[] = [
  [/\bsittings?\b/i, 'mock exam, exam taken'],
  [/\bblueprints?\b/i, 'exam'],
  [/\b(?:throws?|thrown)\b.*\baway\b/i, 'discard'],
  [/\bstands? still\b/i, 'paused'],
  [/\bforet(?:old|ells?)\b/i, 'predicted'],
  [/\brecalled\b/i, 'remembered'],
  [/\bmastery\b/i, 'known'],
  [/\bnot right\b/i, 'wrong'],
  [/\btoo few options\b/i, 'incomplete'],
  [/\bblank again\b/i, 'answer cleared'],
  [/\bgo(?:es|ing)? on (?:with|at)\b/i, 'resume, continue'],
  [/\btaken up\b/i, 'resume'],
  [/\bnever again\b/i, 'suspend'],
  [/\bnot again\b/i, 'bury until tomorrow'],
  [/\bnot begun\b|\bnever seen\b/i, 'not started'],
  [/\bfewer words find\b/i, 'Try fewer words.'],
  [/\bby Wilson\b/i, '95 % confidence interval'],
  [/\bshall\b/i, 'must, should'],
  [/\banew\b/i, 'again'],
  [/\bat one glance\b/i, 'all questions'],
  [/\btrain(?:s|ing)? the weakest\b/i, 'practice what you missed'],
  [/\bcolours?\b/i, 'color'],
];

/** What a learner is asked is a card or a question; an item is what a table of a database holds. */
const ITEM = /(?<![-<{\w])items?\b(?![-:>}])/i;

/** Where items of a database are meant, or keys of the course: what authors and those who mend a journal read. */
const ITEMS_OF_OTHERS = /^src\/(?:core\/calc|core\/course|core\/check|content|store)\//;

/** Where a word means another thing: what authors of a course write, and rules for them. */
const AUTHORS = /^src\/core\/(?:check|course)\/|^src\/content\/parse\//;

const faultsIn = (text: string): readonly string[] =>
  BANNED.flatMap(([word, better]) => (word.test(text) ? [`"${text.trim()}": write ${better}`] : []));

/** Texts of a source file that are read: headings, and sentences or parts of one, which have a space in them. */
const textsOf = (path: string): readonly string[] => {
  const source = readFileSync(join(ROOT, path), 'utf8');
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, kind);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    const isHeading = ts.isStringLiteralLike(node) && /^[A-Z][a-z]+s?$/.test(node.text);
    const isText =
      ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
    if (isText && (isHeading || /\s/.test(node.text))) texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return texts;
};

const sources: readonly string[] = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .map(name => `src/${name.replaceAll('\\', '/')}`)
  .filter(path => /(?<!\.d)\.tsx?$/.test(path) && !AUTHORS.test(path));

const textsBySource = new Map<string, readonly string[]>();
/** What each source file says, read once. */
const textsIn = (path: string): readonly string[] => {
  const texts = textsBySource.get(path) ?? textsOf(path);
  textsBySource.set(path, texts);
  return texts;
};

describe('words that were dropped for a better one', () => {
  it('are in no text of the program', () => {
    expect(sources.length).toBeGreaterThan(300);
    const faults = sources.flatMap(path =>
      textsIn(path)
        .flatMap(faultsIn)
        .map(fault => `${path} ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  it('call what is asked a card or a question, and no item', () => {
    const faults = sources
      .filter(path => !ITEMS_OF_OTHERS.test(path))
      .flatMap(path => textsIn(path).flatMap(text => (ITEM.test(text) ? [`${path} "${text.trim()}"`] : [])));
    expect(faults).toEqual([]);
  });

  it.each(['README.md', 'docs/keys.md', 'docs/calculators.md'])('are not in %s', path => {
    const lines = readFileSync(join(ROOT, path), 'utf8').split('\n');
    // Shapes of questions and exams are what the authors of a course know as blueprints.
    const faults = lines.flatMap((line, i) =>
      /valibot|questions\/exams/.test(line) ? [] : faultsIn(line).map(fault => `${path}:${i + 1} ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  it('are found where they stand', () => {
    expect(faultsIn('This throws it away')).toEqual(['"This throws it away": write discard']);
    expect(faultsIn('The clock stands still')).toHaveLength(1);
    expect(faultsIn('A report of the exam taken on Sat 28 Nov')).toEqual([]);
  });
});
