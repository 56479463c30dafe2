/** Questions in Aiken's format (question/format/aiken/format.php of Moodle). */
import { normaliseText } from '../../core/course/keys.ts';
import { hash64 } from '../../core/base/fnv.ts';
import type { DeckQuestion } from '../../core/transfer/deck.ts';
import { RemarkList } from '../../core/transfer/remark-list.ts';
import type { ReadQuestions } from './gift.ts';
import { requireCount, stemOf } from './source-file.ts';

const OPTION = /^([A-Z])[.)][ \t]*(.*)$/;
const ANSWER = /^ANSWER:[ \t]*([A-Z])/;

/** Whether a text looks like Aiken: options by letters, then the answer's letter. */
export const isAiken = (text: string): boolean => /^[A-Z][.)][ \t]*\S.*\nANSWER:[ \t]*[A-Z]/m.test(text);

interface Open {
  readonly line: number;
  readonly stem: string[];
  readonly options: { readonly letter: string; readonly text: string }[];
}

/**
 * Questions of a text in Aiken's format. A stem may take several lines, which Moodle does not read.
 * @param path names their deck
 * @throws Failure `data` where there are more than an import takes
 */
export const readAiken = (text: string, path = 'questions.txt'): ReadQuestions => {
  const remarks = new RemarkList();
  const questions: DeckQuestion[] = [];
  let open: Open | null = null;
  const drop = (): void => {
    if (open === null) return;
    const what = open.options.length === 0 ? 'text' : 'question';
    remarks.left(what, what === 'text' ? 'A text without options' : 'The question has no line ANSWER:', {
      line: open.line,
    });
    open = null;
  };
  const lines = text.replace(/^\ufeff/, '').split('\n');
  lines.forEach((raw, i) => {
    const line = raw.trimEnd();
    const running: Open | null = open;
    const [, letter, option = ''] = OPTION.exec(line) ?? [];
    const key = ANSWER.exec(line)?.[1];
    if (key !== undefined) {
      if (running === null || running.options.length < 2) {
        if (running === null) remarks.left('answer', 'An answer without a question', { line: i + 1 });
        drop();
        return;
      }
      const right = running.options.find(each => each.letter === key);
      const stem = running.stem.join('\n').trim();
      if (right === undefined || right.text === '')
        remarks.left('question', `There is no option ${key}`, { line: running.line });
      else
        questions.push({
          id: hash64(normaliseText([stem, ...running.options.map(each => each.text)].join('\n'))),
          deck: [stemOf(path)],
          place: { line: running.line },
          entry: {
            kind: 'single',
            stem,
            options: running.options.map(each => ({
              text: each.text,
              ...(each === right ? { correct: true } : {}),
            })),
          },
        });
      open = null;
    } else if (letter !== undefined && running !== null && running.stem.length > 0)
      running.options.push({ letter, text: option.trim() });
    else if (line.trim() === '') {
      // Between a stem and its options empty lines mean nothing; after options the answer may still come.
    } else if (running === null || running.options.length > 0) {
      drop();
      open = { line: i + 1, stem: [line.trim()], options: [] };
    } else running.stem.push(line.trim());
  });
  drop();
  requireCount(questions.length, path);
  return { questions, remarks: remarks.list, media: [] };
};
