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
];

/** Where a word means another thing: what authors of a course write, and rules for them. */
const AUTHORS = /^src\/core\/(?:check|course)\/|^src\/content\/parse\//;

const faultsIn = (text: string): readonly string[] =>
  BANNED.flatMap(([word, better]) => (word.test(text) ? [`"${text.trim()}": write ${better}`] : []));

/** Texts of a source file that are sentences or parts of one: what has a space in it. */
const textsOf = (path: string): readonly string[] => {
  const source = readFileSync(join(ROOT, path), 'utf8');
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, kind);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    const isText =
      ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
    if (isText && /\s/.test(node.text)) texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return texts;
};

const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .map(name => `src/${name.replaceAll('\\', '/')}`)
  .filter(path => /(?<!\.d)\.tsx?$/.test(path) && !AUTHORS.test(path));

describe('words that were dropped for a better one', () => {
  it('are in no text of the program', () => {
    expect(sources.length).toBeGreaterThan(300);
    const faults = sources.flatMap(path =>
      textsOf(path)
        .flatMap(faultsIn)
        .map(fault => `${path} ${fault}`),
    );
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
