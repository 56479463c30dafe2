/** Questions of a paper in Markdown, as `study exam --print` writes it: the questions first, their key after them. */
import { normaliseText } from '../../../core/course/keys.ts';
import { hash64 } from '../../../core/base/fnv.ts';
import { parseDecimal } from '../../../core/number/rational.ts';
import type { DeckQuestion } from '../../../core/transfer/deck.ts';
import { RemarkList } from '../../../core/transfer/remark-list.ts';
import type { ReadQuestions } from '../gift.ts';
import { requireCount } from '../source-file.ts';
import { lettered, listAtEnd, markdownOf, numbered, plain, trimEnd, withCode } from './page-markdown.ts';

type Entry = Readonly<Record<string, unknown>>;

const KEY = /^# Key: (.*), seed \d+$/;
const QUESTION = /^## Question (\d{1,4})$/;
const ANSWER = /^## Answer (\d{1,4}): (.*)$/;

/** Whether a text begins like a paper, or like its key. */
export const isPaper = (head: string): boolean =>
  /^# .+\n\n.*\bseed \d+(?: ·|$)/m.test(head)
    ? /^## Question 1$/m.test(head)
    : /^# Key: .+, seed \d+$/m.test(head);

/** One question of the paper and what the key says of it. */
interface Asked {
  readonly lines: readonly string[];
  readonly line: number;
}
interface Answered {
  readonly key: string;
  readonly item: string;
  readonly lines: readonly string[];
}

/** What the key says after its parts, without the line that names the note. */
const reasonLines = ({ lines }: Answered): readonly string[] => {
  const kept = trimEnd(lines.filter(line => !/^Read more: `study notes .*`$/.test(line)));
  const first = kept.findIndex(line => line.trim() !== '');
  return first < 0 ? [] : kept.slice(first);
};

const whyOf = (lines: readonly string[]): Entry => {
  const why = markdownOf(lines);
  return why === '' ? {} : { why };
};

/** The reasons of the options of a choice, by number. */
const optionReasons = (answered: Answered): ReadonlyMap<number, string> => {
  const reasons = new Map<number, string[]>();
  let current: string[] = [];
  for (const line of reasonLines(answered)) {
    const [, number, first = ''] = /^- (\d{1,3}) (?:\*\*right\*\*|wrong):(?: (.*))?$/.exec(line) ?? [];
    if (number === undefined) current.push(line.replace(/^ {2}/, ''));
    else {
      current = [first];
      reasons.set(Number(number), current);
    }
  }
  return new Map([...reasons].map(([number, lines]) => [number, markdownOf(lines)]));
};

/** Parts of an order or a match with their reasons, which the key lists, and the reason for all after them. */
const partReasons = (
  answered: Answered,
  texts: readonly string[],
  label: (index: number) => string,
): { readonly whys: readonly string[]; readonly why: Entry } => {
  const lines = reasonLines(answered);
  const start = lines.findIndex(line => line.startsWith(`${label(0)} `));
  const parts: string[][] = [];
  if (start === -1) return { whys: texts.map(() => ''), why: whyOf(lines) };
  let at = start;
  for (; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const next = `${label(parts.length)} `;
    const indent = ' '.repeat(next.length);
    if (parts.length < texts.length && line.startsWith(next)) parts.push([line.slice(next.length)]);
    else if (line === '' || line.startsWith(indent)) parts.at(-1)?.push(line.slice(indent.length));
    else break;
  }
  const whys = texts.map((text, i) => {
    const part = markdownOf(parts[i] ?? []);
    return part.startsWith(text) ? part.slice(text.length).trim() : '';
  });
  return { whys, why: whyOf(lines.slice(at)) };
};

const stemEntry = (lines: readonly string[]): Entry => ({ stem: markdownOf(lines) });

/** Numbers in `1,3` or `3 1 2`. */
const numbersIn = (key: string): readonly number[] => (key.match(/\d+/g) ?? []).map(Number);

const choiceEntry = (lines: readonly string[], answered: Answered): Entry | null => {
  const list = listAtEnd(lines, numbered);
  if (list === null) return null;
  const before = trimEnd(lines.slice(0, list.from));
  const isMultiple = /^Select [A-Z]+\.$/.test(before.at(-1) ?? '');
  const right = new Set(numbersIn(answered.key));
  const reasons = optionReasons(answered);
  const options = list.entries.map((text, i) => {
    const why = reasons.get(i + 1) ?? '';
    return { text, ...(right.has(i + 1) ? { correct: true } : {}), ...(why === '' ? {} : { why }) };
  });
  return {
    kind: isMultiple ? 'multiple' : 'single',
    ...stemEntry(isMultiple ? before.slice(0, -1) : before),
    options,
  };
};

const orderEntry = (lines: readonly string[], at: number, answered: Answered): Entry | null => {
  const shown = listAtEnd(lines, numbered)?.entries;
  const steps = numbersIn(answered.key).map(number => shown?.[number - 1]);
  if (shown === undefined || steps.length !== shown.length) return null;
  const texts = steps.map(step => step ?? '');
  const { whys, why } = partReasons(answered, texts, numbered);
  return {
    kind: 'order',
    ...stemEntry(lines.slice(0, at)),
    steps: texts.map((text, i) => (whys[i] === '' ? text : { text, why: whys[i] })),
    ...why,
  };
};

const matchEntry = (lines: readonly string[], at: number, answered: Answered): Entry | null => {
  const rights = listAtEnd(lines, numbered);
  const lefts = rights === null ? null : listAtEnd(trimEnd(lines.slice(0, rights.from)), lettered);
  if (rights === null || lefts === null) return null;
  const chosen = [...answered.key.matchAll(/([a-z]+)=(\d+)/g)].map(([, , number = '']) => Number(number));
  if (chosen.length !== lefts.entries.length) return null;
  const { whys, why } = partReasons(
    answered,
    lefts.entries.map((left, i) => `${left}: ${rights.entries[(chosen[i] ?? 0) - 1] ?? ''}`),
    () => '-',
  );
  const decoys = rights.entries.filter((_, i) => !chosen.includes(i + 1));
  return {
    kind: 'match',
    ...stemEntry(lines.slice(0, at)),
    pairs: lefts.entries.map((left, i) => ({
      left,
      right: rights.entries[(chosen[i] ?? 0) - 1] ?? '',
      ...(whys[i] === '' ? {} : { why: whys[i] }),
    })),
    ...(decoys.length === 0 ? {} : { decoys }),
    ...why,
  };
};

const typedEntry = (lines: readonly string[], answered: Answered): Entry => {
  const unit = plain(/^Answer: (?:\\_)+(?: (.*))?$/.exec(lines.at(-1) ?? '')?.[1] ?? '');
  const reasons = reasonLines(answered);
  const [, tolerance] = /^Within (.+) of it is right, too\.$/.exec(reasons[0] ?? '') ?? [];
  const also = reasons[0] === 'Also right:' ? reasons.slice(2).filter(line => line.startsWith('- ')) : [];
  const isAlso = reasons[0] === 'Also right:';
  const rest = reasons.slice(isAlso ? also.length + 2 : tolerance === undefined ? 0 : 1);
  const number = unit === '' ? answered.key : answered.key.slice(0, -unit.length).trim();
  const stem = stemEntry(lines.slice(0, -1));
  if (!isAlso && (unit !== '' || parseDecimal(number) !== null))
    return {
      kind: 'numeric',
      ...stem,
      answer: number,
      ...(unit === '' ? {} : { unit }),
      ...(tolerance === undefined ? {} : { tolerance }),
      ...whyOf(rest),
    };
  return {
    kind: 'text',
    ...stem,
    accept: [answered.key, ...also.map(line => plain(line.slice(2)))],
    ...whyOf(rest),
  };
};

const entryOf = ({ lines: all }: Asked, answered: Answered): Entry | null => {
  const lines = trimEnd(all);
  const last = lines.at(-1) ?? '';
  if (last === 'True or false?')
    return /^(?:true|false)$/.test(answered.key)
      ? {
          kind: 'true-false',
          ...stemEntry(lines.slice(0, -1)),
          answer: answered.key === 'true',
          ...whyOf(reasonLines(answered)),
        }
      : null;
  if (/^Answer: (?:\\_)+/.test(last)) return typedEntry(lines, answered);
  const ordered = lines.lastIndexOf('Put into the right order:');
  if (ordered >= 0) return orderEntry(lines, ordered, answered);
  const matched = lines.lastIndexOf('Match each letter with a number:');
  return matched >= 0 ? matchEntry(lines, matched, answered) : choiceEntry(lines, answered);
};

interface Page {
  readonly title: string;
  readonly asked: ReadonlyMap<number, Asked>;
  readonly answered: ReadonlyMap<number, Answered>;
}

/** Sections of the page by their headings; those in code are code. */
const pageOf = (text: string): Page => {
  const asked = new Map<number, { lines: string[]; line: number }>();
  const answered = new Map<number, { key: string; item: string; lines: string[] }>();
  const items = new Map<number, string>();
  let title = '';
  let open: string[] | null = null;
  withCode(text.split('\n')).forEach(({ line, isCode }, i) => {
    const [, question] = (isCode ? null : QUESTION.exec(line)) ?? [];
    const [, answer, key = ''] = (isCode ? null : ANSWER.exec(line)) ?? [];
    const [, keyTitle] = (isCode ? null : KEY.exec(line)) ?? [];
    // A text may have such a heading, too; ours count up.
    if (question !== undefined && Number(question) === asked.size + 1 && answered.size === 0) {
      open = [];
      asked.set(Number(question), { lines: open, line: i + 1 });
    } else if (answer !== undefined && Number(answer) === answered.size + 1) {
      open = [];
      answered.set(Number(answer), {
        key: plain(key),
        item: items.get(Number(answer)) ?? '',
        lines: open,
      });
    } else if (keyTitle !== undefined) {
      open = null;
      title = title === '' ? plain(keyTitle) : title;
    } else if (open !== null) open.push(line);
    else if (title === '' && line.startsWith('# ')) title = plain(line.slice(2));
    else {
      const cells = line.split('|').map(cell => plain(cell.trim()));
      if (/^\d+$/.test(cells[1] ?? '') && cells.length >= 7) items.set(Number(cells[1]), cells[3] ?? '');
    }
  });
  return { title, asked, answered };
};

/** The rule between the questions and their key, which belongs to neither. */
const withoutRule = (lines: readonly string[]): readonly string[] => {
  const kept = trimEnd(lines);
  return kept.at(-1) === '---' ? trimEnd(kept.slice(0, -1)) : kept;
};

/**
 * Questions of a paper, under the ids that its key names.
 * @throws Failure `data` where there are more than an import takes
 */
export const readPaper = (text: string, path = 'paper.md'): ReadQuestions => {
  const remarks = new RemarkList();
  const { title, asked, answered } = pageOf(text);
  const questions: DeckQuestion[] = [];
  for (const [number, question] of asked) {
    const place = { line: question.line };
    const answer = answered.get(number);
    if (answer === undefined) {
      remarks.left('question', 'The paper has no key for it: print it without --no-key', place);
      continue;
    }
    const entry = entryOf({ ...question, lines: withoutRule(question.lines) }, answer);
    if (entry === null || entry['stem'] === '') {
      remarks.left('question', 'Its key does not fit what it asks', place);
      continue;
    }
    const isNamed = /^[a-z0-9][a-z0-9-]*$/.test(answer.item);
    questions.push({
      id: isNamed ? answer.item : hash64(normaliseText(String(entry['stem']))),
      ...(isNamed ? { named: true as const } : {}),
      deck: [title === '' ? path : title],
      place,
      entry,
    });
  }
  if (asked.size === 0)
    remarks.left('key', 'It is the key alone: print the paper without --key, too', { line: 1 });
  if (questions.length > 0)
    remarks.changed('paper', 'A paper does not say which topic, task and level a question belongs to', {
      line: 1,
    });
  requireCount(questions.length, path);
  return { questions, remarks: remarks.list, media: [] };
};
