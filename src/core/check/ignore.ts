/** Findings that an author has looked at and lets stand: `# check-ignore rule-id: reason`. */
import type { Problem } from '../course/problem.ts';
import { quoted } from '../base/sanitize.ts';
import type { CheckInput } from './rule.ts';

/** Lines of a file, counted from 1, that a comment speaks for. */
interface Ignore {
  readonly rule: string;
  /** Key of one card that is meant, `''` for everything in the lines. */
  readonly key: string;
  readonly reason: string;
  readonly file: string;
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

const COMMENT =
  /^\s*#\s*check-ignore\b\s*(?<rule>[a-z0-9-]*)(?:\s+(?<key>[^\s:]+))?\s*(?::\s*(?<reason>.*))?$/;
const ANY = /^\s*#\s*check-ignore\b/;

/** Where the entries of a bank begin, by file. */
const entryLines = ({ course }: CheckInput): ReadonlyMap<string, readonly number[]> => {
  const byFile = new Map<string, number[]>();
  for (const { path, line } of course.questions) {
    const lines = byFile.get(path);
    if (lines === undefined) byFile.set(path, [line]);
    else lines.push(line);
  }
  for (const lines of byFile.values()) lines.sort((a, b) => a - b);
  return byFile;
};

/** Line of the first text at or below a line that is neither empty nor a comment. */
const nextText = (lines: readonly string[], line: number): number => {
  const at = lines.findIndex((text, i) => i >= line && !/^\s*(?:#|$)/.test(text));
  return at === -1 ? lines.length + 1 : at + 1;
};

/** What a comment in a bank speaks for: the question it stands in or above; above the first one, after an empty line, all. */
const scopeInBank = (
  lines: readonly string[],
  line: number,
  starts: readonly number[],
): { readonly from: number; readonly to: number } => {
  const next = nextText(lines, line);
  const above = starts.includes(next) && lines.slice(line, next - 1).every(text => text.trim() !== '');
  const at = above ? next : line;
  const from = starts.findLast(start => start <= at);
  const after = starts.find(start => start > at);
  return from === undefined ? { from: 0, to: Infinity } : { from, to: (after ?? Infinity) - 1 };
};

/** Comments of the file's YAML: of a note that is its front matter. */
const linesWithComments = (file: string, lines: readonly string[]): readonly string[] =>
  file.endsWith('.md') ? lines.slice(0, Math.max(0, lines.indexOf('---', 1))) : lines;

const filesOf = ({ course }: CheckInput): readonly string[] => [
  ...new Set([...course.notes, ...course.questions, ...course.blueprints].map(({ path }) => path)),
];

const ignoresOf = (input: CheckInput): readonly Ignore[] => {
  const entries = entryLines(input);
  return filesOf(input).flatMap(file => {
    const lines = linesWithComments(file, input.lines(file));
    return lines.flatMap((text, i): readonly Ignore[] => {
      if (!ANY.test(text)) return [];
      const { rule = '', key = '', reason = '' } = COMMENT.exec(text)?.groups ?? {};
      const line = i + 1;
      const starts = entries.get(file) ?? [];
      const scope = file.endsWith('.md') ? { from: 0, to: Infinity } : scopeInBank(lines, line, starts);
      return [{ rule, key: key ?? '', reason: (reason ?? '').trim(), file, line, ...scope }];
    });
  });
};

/** Findings sorted by the comments that let some stand. */
export interface Ignored {
  /** What is left, and what is wrong with the comments themselves. */
  readonly problems: readonly Problem[];
  /** Findings that were let stand. */
  readonly ignored: number;
}

const problemOf = (rule: keyof typeof IGNORE_RULES, { file, line }: Ignore, message: string): Problem => {
  const { severity, hint } = IGNORE_RULES[rule];
  return { rule, severity, file, line, message, hint };
};

/** Rules on the comments themselves. */
export const IGNORE_RULES = {
  'ignore-comment': {
    severity: 'error',
    why: 'whoever reads that a finding is ignored must read why',
    hint: 'write # check-ignore rule-id: reason, with an id of study check --rules',
  },
  'ignore-unused': {
    severity: 'warning',
    why: 'a comment that ignores nothing hides what comes later',
    hint: 'delete the comment, or move it to the question it is about',
  },
} as const;

/** Names a card or a question that begins in a line, so that a comment can mean one of them. */
const itemsAt = ({ course }: CheckInput): ReadonlySet<string> =>
  new Set(
    [...course.cards, ...course.questions].flatMap(item => [
      `${item.path} ${item.line} ${item.key}`,
      ...('family' in item ? [`${item.path} ${item.line} ${item.family}`] : []),
    ]),
  );

/**
 * Takes out what comments let stand. A comment without a reason, or for a rule that cannot be ignored, lets nothing
 * stand and is an error.
 * @param ignorable ids of the rules that may be ignored: what reading the files finds must be mended
 */
export const applyIgnores = (
  input: CheckInput,
  problems: readonly Problem[],
  ignorable: ReadonlySet<string>,
): Ignored => {
  const all = ignoresOf(input);
  if (all.length === 0) return { problems, ignored: 0 };
  const items = itemsAt(input);
  const valid = all.filter(({ rule, reason }) => ignorable.has(rule) && reason !== '');
  const used = new Set<Ignore>();
  const left = problems.filter(({ rule, file, line }) => {
    const by = valid.find(
      each =>
        each.rule === rule &&
        each.file === file &&
        line >= each.from &&
        line <= each.to &&
        (each.key === '' || items.has(`${file} ${line} ${each.key}`)),
    );
    if (by !== undefined) used.add(by);
    return by === undefined;
  });
  const wrong = all.flatMap((each): readonly Problem[] => {
    if (!ignorable.has(each.rule)) {
      const message = `${quoted(each.rule)} is no rule that can be ignored`;
      return [problemOf('ignore-comment', each, message)];
    }
    if (each.reason === '')
      return [problemOf('ignore-comment', each, `${quoted(each.rule)} is ignored without a reason`)];
    return used.has(each)
      ? []
      : [problemOf('ignore-unused', each, `There is no finding of ${quoted(each.rule)} here`)];
  });
  return { problems: [...left, ...wrong], ignored: problems.length - left.length };
};
