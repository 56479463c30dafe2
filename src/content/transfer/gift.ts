/** Questions in Moodle's GIFT (question/format/gift/format.php of Moodle). */
import { normaliseText } from '../../core/course/keys.ts';
import { hash64 } from '../../core/base/fnv.ts';
import { decimalText, middleOf } from '../../core/transfer/decimal.ts';
import type { Deck, DeckPlace, DeckQuestion } from '../../core/transfer/deck.ts';
import { RemarkList } from '../../core/transfer/remark-list.ts';
import { blocksOf, hide, show } from './gift-blocks.ts';
import { droppedWhy, plainText } from './plain-html.ts';
import { requireCount, stemOf } from './source-file.ts';

type Entry = Readonly<Record<string, unknown>>;

/** One answer between the braces. */
interface Answer {
  /** `=` or `~`. */
  readonly mark: string;
  /** Percent of credit. */
  readonly credit: number;
  /** Whether the file says it. */
  readonly weighed: boolean;
  readonly text: string;
  readonly feedback: string;
}

const answersOf = (inside: string): readonly Answer[] =>
  [...inside.matchAll(/([=~])((?:(?![=~]).)*)/gs)].map(([, mark = '', rest = '']) => {
    const [, weight, body = rest] = /^\s*%(-?\d+(?:\.\d*)?)%([\s\S]*)$/.exec(rest) ?? [];
    const [text = '', ...feedback] = body.split('#');
    return {
      mark,
      credit: weight === undefined ? (mark === '=' ? 100 : 0) : Number(weight),
      weighed: weight !== undefined,
      text: text.trim(),
      feedback: feedback.join('#').trim(),
    };
  });

/** What is known of a question before its answers are read. */
interface Question {
  readonly stem: string;
  /** What the file says to every answer, `''` where nothing. */
  readonly general: string;
  readonly inside: string;
  readonly plain: (text: string) => string;
  readonly remarks: RemarkList;
  readonly place: DeckPlace;
}

const why = (...texts: readonly string[]): Entry => {
  const text = texts.filter(each => each !== '').join('\n\n');
  return text === '' ? {} : { why: text };
};

const choice = ({ stem, general, inside, plain, remarks, place }: Question): Entry | null => {
  const answers = answersOf(inside).filter(({ text }) => text !== '');
  if (answers.length < 2) return null;
  const isSingle = answers.some(({ mark }) => mark === '=');
  const isRight = ({ mark, credit }: Answer): boolean => (isSingle ? mark === '=' && credit > 0 : credit > 0);
  const right = answers.filter(isRight);
  if (right.length === 0 || right.length === answers.length) return null;
  if (isSingle && right.length > 1)
    remarks.changed(
      'several right',
      'Each right answer is enough there; here all of them are asked for',
      place,
    );
  if (answers.some(answer => isRight(answer) !== answer.credit > 0))
    remarks.changed('part credit', 'An answer that brings a part of the points is wrong here', place);
  if (!isSingle && new Set(right.map(({ credit }) => credit)).size > 1)
    remarks.changed('part credit', 'The right answers bring different parts of the points there', place);
  return {
    kind: right.length > 1 ? 'multiple' : 'single',
    stem,
    options: answers.map(answer => ({
      text: plain(answer.text),
      ...(isRight(answer) ? { correct: true } : {}),
      ...why(plain(answer.feedback), answer === right[0] ? general : ''),
    })),
  };
};

const matching = ({ stem, general, inside, plain }: Question): Entry | null => {
  const pairs: { left: string; right: string }[] = [];
  const decoys: string[] = [];
  for (const { text, feedback } of answersOf(inside)) {
    const [left = '', ...rest] = `${text}${feedback === '' ? '' : `#${feedback}`}`.split('->');
    const right = plain(rest.join('->'));
    if (right === '') return null;
    if (plain(left) === '') decoys.push(right);
    else pairs.push({ left: plain(left), right });
  }
  if (pairs.length < 2) return null;
  return { kind: 'match', stem, pairs, ...(decoys.length === 0 ? {} : { decoys }), ...why(general) };
};

const trueFalse = ({ stem, general, inside, plain }: Question): Entry | null => {
  const [word = '', wrong = '', right = ''] = inside.split('#').map(text => text.trim());
  const answer = /^(?:t|true)$/i.test(word) ? true : /^(?:f|false)$/i.test(word) ? false : null;
  return answer === null
    ? null
    : { kind: 'true-false', stem, answer, ...why(plain(right), plain(wrong), general) };
};

const numberOf = (text: string): { readonly answer: string; readonly tolerance: string } | null => {
  const range = /^(.*?)\.\.(.*)$/.exec(text);
  if (range !== null) {
    const found = middleOf(range[1] ?? '', range[2] ?? '');
    return found === null ? null : { answer: found.middle, tolerance: found.half };
  }
  const [value = '', within = '0'] = text.split(':');
  const [answer, tolerance] = [decimalText(value), decimalText(within)];
  return answer === null || tolerance === null ? null : { answer, tolerance: tolerance.replace(/^-/, '') };
};

const numeric = ({ stem, general, inside, plain, remarks, place }: Question): Entry | null => {
  const body = inside.slice(1).trim();
  const [first = '', ...feedback] = body.split('#');
  const answers: readonly Answer[] = /^[=~]/.test(body)
    ? answersOf(body)
    : [{ mark: '=', credit: 100, weighed: false, text: first.trim(), feedback: feedback.join('#').trim() }];
  const whole = answers.find(({ mark, credit }) => mark === '=' && credit === 100);
  const value = whole === undefined ? null : numberOf(show(whole.text));
  if (whole === undefined || value === null) return null;
  const others = answers.filter(answer => answer !== whole);
  if (others.some(({ text }) => text !== '' && text !== '*'))
    remarks.changed(
      'part credit',
      'Other numbers bring a part of the points there, and are wrong here',
      place,
    );
  return {
    kind: 'numeric',
    stem,
    answer: value.answer,
    ...(value.tolerance === '0' ? {} : { tolerance: value.tolerance }),
    ...why(plain(whole.feedback), ...others.map(({ feedback: said }) => plain(said)), general),
  };
};

const shortAnswer = ({ stem, general, inside, plain, remarks, place }: Question): Entry | null => {
  const given = answersOf(/^\s*[=~]/.test(inside) ? inside : `=${inside}`).filter(({ text }) => text !== '');
  const isWild = ({ text }: Answer): boolean => /(?<!\\)\*/.test(text);
  const accepted = given.filter(answer => answer.mark === '=' && answer.credit === 100 && !isWild(answer));
  if (accepted.length === 0) return null;
  if (given.some(answer => answer.text !== '*' && isWild(answer)))
    remarks.left('pattern', 'An answer with * stands for any text; here answers are literal', place);
  if (given.some(({ credit, text }) => credit > 0 && credit < 100 && text !== '*'))
    remarks.changed('part credit', 'An answer that brings a part of the points is wrong here', place);
  return {
    kind: 'text',
    stem,
    accept: accepted.map(({ text }) => show(text).replaceAll('\\*', '*')),
    ...why(...given.map(({ feedback }) => plain(feedback)), general),
  };
};

const read = (question: Question): Entry | null => {
  const { inside } = question;
  if (inside.startsWith('#')) return numeric(question);
  if (inside.includes('~')) return choice(question);
  if (inside.includes('=') && inside.includes('->')) return matching(question);
  return trueFalse(question) ?? shortAnswer(question);
};

const FORMATS = /^\s*\[(html|moodle|plain|markdown)\]/i;

/** What the readers of questions give. */
export type ReadQuestions = Pick<Deck, 'questions' | 'remarks' | 'media'>;

/**
 * Questions of a text in GIFT. Without an id in a comment (`[id:...]`) a question is told by its text.
 * @param path names the deck of questions that stand in no category
 * @throws Failure `data` where there are more than an import takes
 */
export const readGift = (text: string, path = 'questions.gift'): ReadQuestions => {
  const remarks = new RemarkList();
  const media = new Set<string>();
  const questions: DeckQuestion[] = [];
  let deck: readonly string[] = [stemOf(path)];
  const blocks = blocksOf(text.replace(/^\ufeff/, ''));
  requireCount(blocks.length, path);
  for (const { text: raw, line, id, tags } of blocks) {
    const place: DeckPlace = { line };
    const category = /^\s*\$CATEGORY:\s*(.*)$/.exec(raw)?.[1];
    if (category !== undefined) {
      const levels = category.split(/(?<!\/)\/(?!\/)/).map(level => level.replaceAll('//', '/').trim());
      const named = levels.filter(
        (level, i) => level !== '' && !/^\$.*\$$/.test(level) && !(i < 2 && level === 'top'),
      );
      deck = named.length === 0 ? [stemOf(path)] : named;
      continue;
    }
    const hidden = hide(raw);
    const [, , body = hidden] = /^\s*::(.*?)::([\s\S]*)$/.exec(hidden) ?? [];
    const format = (FORMATS.exec(body)?.[1] ?? 'moodle').toLowerCase();
    const whole = body.replace(FORMATS, '');
    const plain = (part: string): string => {
      const own = FORMATS.exec(part)?.[1]?.toLowerCase() ?? format;
      const shown = show(part.replace(FORMATS, '')).trim();
      if (own === 'markdown' || own === 'plain' || !/<[a-z/!]|&[a-z#]/i.test(shown)) return shown;
      const { text: markdown, media: names, dropped } = plainText(shown);
      for (const name of names) media.add(name);
      for (const what of dropped) remarks.changed(what, droppedWhy(what), place);
      return markdown;
    };
    const open = whole.indexOf('{');
    const close = whole.indexOf('}', open);
    if (open === -1 || close === -1) {
      remarks.left('description', open === -1 ? 'A text without a question' : 'A brace is not closed', place);
      continue;
    }
    if (whole.includes('{', close)) {
      // Read as one question, the second would become a part of the text of the first.
      remarks.left(
        'two questions',
        'Answers stand twice in it: an empty line goes between two questions',
        place,
      );
      continue;
    }
    const [answers = '', general = ''] = whole.slice(open + 1, close).split('####');
    const inside = answers.trim();
    const [before, after] = [plain(whole.slice(0, open)), plain(whole.slice(close + 1))];
    const stem = after === '' ? before : `${before} \\_\\_\\_\\_\\_ ${after}`.trim();
    if (inside === '') {
      remarks.left('essay', 'A question with a free answer, which no program can grade', place);
      continue;
    }
    const entry = stem === '' ? null : read({ stem, general: plain(general), inside, plain, remarks, place });
    if (entry === null) {
      remarks.left(
        'question',
        stem === '' ? 'The question has no text' : 'Its answers cannot be read',
        place,
      );
      continue;
    }
    if (tags.length > 0) remarks.left('tags', `Tags: ${tags.join(', ')}`, place);
    const print = hash64(normaliseText(`${stem}\n${show(inside)}`));
    questions.push({
      id: id === '' ? print : id,
      ...(id === '' ? {} : { named: true as const }),
      deck,
      place,
      entry,
    });
  }
  return { questions, remarks: remarks.list, media: [...media] };
};

/** Whether a text looks like GIFT: a question with braces, a title between colons, or a category. */
export const isGift = (text: string): boolean =>
  /^\s*\$CATEGORY:/m.test(text) ||
  /^::.*::/m.test(text) ||
  /(?<!\\)\{\s*(?:[=~#][^}]*|(?:T|F|TRUE|FALSE)\s*(?:#[^}]*)?)\}/.test(text);
