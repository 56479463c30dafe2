import * as v from 'valibot';
import type { FixedQuestion, Level, Option, Question, QuestionKind } from '../../core/course.ts';
import { GRADES, LEVELS, QUESTION_KINDS } from '../../core/course.ts';
import { normaliseText } from '../../core/normalise.ts';
import type { Fields } from './fields.ts';
import { date, decimal, filledText, flag, id, lineText, listOf, tags, text, urls } from './field-schemas.ts';
import type { Report } from '../problem-log.ts';
import { quoted } from '../../core/check/quote.ts';
import { readTemplate } from './template-fields.ts';

const kind = v.picklist(QUESTION_KINDS, `must be one of ${QUESTION_KINDS.join(', ')}`);
const level = v.picklist(LEVELS, `must be one of ${LEVELS.join(', ')}`);
const grade = v.picklist(GRADES, `must be ${GRADES.join(' or ')}`);
const sectionRef = v.pipe(
  v.string('must be written topic#section'),
  v.regex(/^[^#\s]+#[^#\s]+$/, 'must be written topic#section'),
);
const options = v.pipe(
  listOf(
    v.strictObject(
      { text: filledText, correct: v.optional(flag, false), why: v.optional(text, '') },
      'must have text, and may have correct and why',
    ),
  ),
  v.minLength(2, 'must have at least two entries'),
);
const pairs = v.pipe(
  listOf(v.strictObject({ left: filledText, right: filledText }, 'must have left and right')),
  v.minLength(2, 'must have at least two entries'),
);
const steps = v.pipe(listOf(filledText), v.minLength(2, 'must have at least two entries'));
const texts = v.pipe(listOf(filledText), v.minLength(1, 'must have an entry'));
const tolerance = v.pipe(
  v.union([v.string(), v.number()], 'must be a number or a percentage'),
  v.transform(value => String(value).trim()),
  v.regex(/^\d{1,30}(?:\.\d{1,30})?%?$/, "must be a number such as '0.5' or a share such as '2%'"),
);

/** Where a question stands. */
export interface QuestionPlace {
  readonly topic: string;
  readonly path: string;
  readonly line: number;
}

type Base = Pick<
  FixedQuestion,
  'type' | 'key' | 'topic' | 'section' | 'path' | 'line' | 'tasks' | 'level' | 'sources' | 'checked' | 'expires'
>;

/** The section of its own topic that a reference names; another topic's is reported. */
const ownSection = (reference: string, place: QuestionPlace, line: number, report: Report): string => {
  const [topic = '', section = ''] = reference.split('#');
  if (reference === '' || topic === place.topic) return section;
  report('unknown-section', line, `${quoted(reference)} is no section of the topic ${place.topic}`);
  return '';
};

/** Texts that are the same but for case and spacing: the first of them, or `undefined`. */
const repeated = (list: readonly string[]): string | undefined => {
  const seen = new Set<string>();
  return list.find(entry => {
    const same = seen.has(normaliseText(entry));
    seen.add(normaliseText(entry));
    return same;
  });
};

const checkKeys = (asked: 'single' | 'multiple', list: readonly Option[]): string | null => {
  const correct = list.filter(option => option.correct).length;
  if (asked === 'single' && correct !== 1) return `A single question has one correct option, not ${correct}`;
  if (asked === 'multiple' && correct < 2) return `A multiple question has at least two correct options, not ${correct}`;
  return correct === list.length ? 'There is no wrong option' : null;
};

type Body<K extends QuestionKind> = (base: Base & { readonly stem: string }, fields: Fields, kind: K) => Question | string | null;

/** What each kind adds: the question, a sentence on why it cannot be asked, or `null` where that is reported. */
const readBody: Body<QuestionKind> = (base, fields, asked) => {
  const why = fields.optional('why', text, '');
  switch (asked) {
    case 'single':
    case 'multiple': {
      const list = fields.required('options', options);
      const keepOrder = fields.optional('keep-order', flag, false);
      const given = fields.optional('grade', grade, undefined);
      if (list === undefined) return null;
      const graded = given === undefined ? {} : { grade: given };
      return checkKeys(asked, list) ?? { ...base, kind: asked, options: list, keepOrder, ...graded };
    }
    case 'true-false': {
      const answer = fields.required('answer', flag);
      return answer === undefined ? null : { ...base, kind: asked, answer, why };
    }
    case 'numeric': {
      const answer = fields.required('answer', decimal);
      const unit = fields.optional('unit', lineText, '');
      const within = fields.optional('tolerance', tolerance, '0');
      return answer === undefined ? null : { ...base, kind: asked, answer, unit, tolerance: within, why };
    }
    case 'order': {
      const list = fields.required('steps', steps);
      if (list === undefined) return null;
      const twice = repeated(list);
      return twice === undefined ? { ...base, kind: asked, steps: list, why } : `The step ${quoted(twice)} stands there twice`;
    }
    case 'match': {
      const list = fields.required('pairs', pairs);
      const decoys = fields.optional('decoys', listOf(filledText), []);
      if (list === undefined) return null;
      const twice =
        repeated(list.map(pair => pair.left)) ?? repeated([...new Set(list.map(pair => pair.right)), ...decoys]);
      return twice === undefined
        ? { ...base, kind: asked, pairs: list, decoys, why }
        : `${quoted(twice)} stands there twice, so the answer would not be clear`;
    }
    case 'text': {
      const accept = fields.required('accept', texts);
      return accept === undefined ? null : { ...base, kind: asked, accept, why };
    }
  }
};

/** One question, or `null` where it cannot be asked. Every finding is reported. */
export const parseQuestion = (fields: Fields, place: QuestionPlace, report: Report): Question | null => {
  const key = fields.required('id', id);
  const asked = fields.required('kind', kind);
  const expires = fields.optional('expires', date, undefined);
  const base: Base = {
    type: 'question',
    key: key ?? '',
    topic: place.topic,
    section: ownSection(fields.expected('section', sectionRef, ''), place, fields.line('section'), report),
    path: place.path,
    line: place.line,
    tasks: fields.expected('tasks', tags, []),
    level: fields.expected<v.GenericSchema<unknown, Level>>('level', level, 'apply'),
    sources: fields.optional('sources', urls, []),
    checked: fields.expected('checked', date, ''),
    ...(expires === undefined ? {} : { expires }),
  };
  const isTemplate = asked === 'numeric' && fields.has('calculator');
  const stem = isTemplate || asked === undefined ? '' : fields.required('stem', filledText);
  const body =
    asked === undefined
      ? null
      : isTemplate
        ? readTemplate(base, fields, report)
        : readBody({ ...base, stem: stem ?? '' }, fields, asked);
  // Of a kind that is not known, nobody can say which fields it takes.
  if (asked !== undefined || !fields.has('kind')) fields.finish();
  if (typeof body === 'string') report('question-key', place.line, body);
  return key === undefined || stem === undefined || typeof body === 'string' ? null : body;
};
