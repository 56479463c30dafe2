import * as v from 'valibot';
import type { FixedQuestion, Option, Question, QuestionKind } from '../../../core/course/course.ts';
import { GRADES, LEVELS, QUESTION_KINDS } from '../../../core/course/course.ts';
import { normaliseText } from '../../../core/course/keys.ts';
import type { FieldTable } from '../yaml/field-table.ts';
import { expected, optional, required } from '../yaml/field-table.ts';
import type { Fields } from '../yaml/fields.ts';
import {
  date,
  decimal,
  filledText,
  flag,
  id,
  lineText,
  listOf,
  tags,
  text,
  tolerance,
  urls,
} from '../yaml/field-schemas.ts';
import { withForm } from '../yaml/json-form.ts';
import type { Report } from '../../files/problem-log.ts';
import { quoted } from '../../../core/base/sanitize.ts';
import { readFormulaTemplate, readTemplate } from './template-fields.ts';

const kind = v.picklist(QUESTION_KINDS, `must be one of ${QUESTION_KINDS.join(', ')}`);
const level = v.picklist(LEVELS, `must be one of ${LEVELS.join(', ')}`);
const grade = v.picklist(GRADES, `must be ${GRADES.join(' or ')}`);
const sectionRef = v.pipe(
  v.string('must be written topic#section'),
  v.regex(/^[^#\s]+#[^#\s]+$/, 'must be written topic#section'),
);
const options = listOf(
  v.strictObject(
    { text: filledText, correct: v.optional(flag, false), why: v.optional(text, '') },
    'must have text, and may have correct and why',
  ),
  2,
);
const pairs = listOf(
  v.strictObject(
    { left: filledText, right: filledText, why: v.exactOptional(filledText) },
    'must have left and right, and may have why',
  ),
  2,
);
const stepWithWhy = v.strictObject(
  { text: filledText, why: v.optional(text, '') },
  'must be a text, or have text and why',
);
const stepText = v.pipe(
  filledText,
  v.transform(given => ({ text: given, why: '' })),
);
/** Each shape has its own schema, so that a finding names what is wrong in the one that was meant. */
const step = withForm(
  v.lazy(given => (typeof given === 'object' ? stepWithWhy : stepText)) as v.GenericSchema<
    unknown,
    { text: string; why: string }
  >,
  formOf => ({ anyOf: [formOf(filledText), formOf(stepWithWhy)] }),
);
const steps = listOf(step, 2);
const texts = listOf(filledText, 1);
/** Fields of every question. */
export const QUESTION_FIELDS = {
  id: required(id, 'permanent and unique in the course: progress hangs on it'),
  kind: required(kind, 'how the question is asked'),
  expires: optional(date, 'past this day study check warns: for prices and quotas'),
  'exams-only': optional(
    flag,
    'false: a drill that is never drawn for a mock exam, though it is tagged with one',
  ),
  section: expected(sectionRef, 'topic#section of the note that explains it'),
  tasks: optional(tags, 'which tasks, or whole domains, of which exams the question serves'),
  level: expected(level, 'what the question asks of the learner'),
  sources: optional(urls, 'official pages that hold the facts; at least one'),
  checked: expected(date, 'the day the facts were last verified'),
};

const stem = required(
  filledText,
  'Markdown: everything that is needed, and the question; never "Select TWO."',
);
const why = optional(text, 'why the answer is right');
const CHOICE_FIELDS = {
  stem,
  options: required(options, 'single: 4, one of them correct; multiple: 5 or 6, 2 or 3 of them correct'),
  'keep-order': optional(flag, 'true: options are not shuffled'),
  grade: optional(grade, 'exam: written in the form of the real exam; without it the question is a drill'),
  why,
};

/** Fields that a kind adds to those of every question. */
export const KIND_FIELDS = {
  single: CHOICE_FIELDS,
  multiple: CHOICE_FIELDS,
  'true-false': { stem, answer: required(flag, 'whether the stem is true'), why },
  numeric: {
    stem,
    answer: required(decimal, "a number, or decimal text such as '0.5'"),
    unit: optional(lineText, 'unit of the answer'),
    tolerance: optional(tolerance, "absolute ('0.5') or a share ('2%'); 0 when absent"),
    why,
  },
  order: { stem, steps: required(steps, 'in the right order; each a text, or text and why'), why },
  match: {
    stem,
    pairs: required(pairs, 'every left once; a right may belong to several; each may have a why'),
    decoys: optional(listOf(filledText), 'right sides that belong to nothing'),
    why,
  },
  text: { stem, accept: required(texts, 'answers, compared without case, spacing and punctuation'), why },
} satisfies Readonly<Record<QuestionKind, FieldTable>>;

/** Where a question stands. */
interface QuestionPlace {
  readonly topic: string;
  readonly path: string;
  readonly line: number;
}

type Base = Pick<
  FixedQuestion,
  | 'type'
  | 'key'
  | 'topic'
  | 'section'
  | 'path'
  | 'line'
  | 'tasks'
  | 'level'
  | 'sources'
  | 'checked'
  | 'expires'
  | 'inMocks'
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
  if (asked === 'multiple' && correct < 2)
    return `A multiple question has at least two correct options, not ${correct}`;
  return correct === list.length ? 'There is no wrong option' : null;
};

/** What each kind adds: the question, a sentence on why it cannot be asked, or `null` where that is reported. */
const readBody = (base: Base, fields: Fields, asked: QuestionKind): Question | string | null => {
  switch (asked) {
    case 'single':
    case 'multiple': {
      const {
        stem = '',
        options: list,
        'keep-order': keepOrder = false,
        grade: given,
      } = fields.read(CHOICE_FIELDS);
      if (list === undefined) return null;
      const graded = given === undefined ? {} : { grade: given };
      return checkKeys(asked, list) ?? { ...base, kind: asked, stem, options: list, keepOrder, ...graded };
    }
    case 'true-false': {
      const { stem = '', answer, why = '' } = fields.read(KIND_FIELDS[asked]);
      return answer === undefined ? null : { ...base, kind: asked, stem, answer, why };
    }
    case 'numeric': {
      const {
        stem = '',
        answer,
        unit = '',
        tolerance: within = '0',
        why = '',
      } = fields.read(KIND_FIELDS[asked]);
      return answer === undefined
        ? null
        : { ...base, kind: asked, stem, answer, unit, tolerance: within, why };
    }
    case 'order': {
      const { stem = '', steps: list, why = '' } = fields.read(KIND_FIELDS[asked]);
      if (list === undefined) return null;
      const stepTexts = list.map(each => each.text);
      const twice = repeated(stepTexts);
      if (twice !== undefined) return `The step ${quoted(twice)} stands there twice`;
      const whys = list.some(each => each.why !== '') ? { stepWhys: list.map(each => each.why) } : {};
      return { ...base, kind: asked, stem, steps: stepTexts, ...whys, why };
    }
    case 'match': {
      const { stem = '', pairs: list, decoys = [], why = '' } = fields.read(KIND_FIELDS[asked]);
      if (list === undefined) return null;
      const twice =
        repeated(list.map(pair => pair.left)) ??
        repeated([...new Set(list.map(pair => pair.right)), ...decoys]);
      return twice === undefined
        ? { ...base, kind: asked, stem, pairs: list, decoys, why }
        : `${quoted(twice)} stands there twice, so the answer would not be clear`;
    }
    case 'text': {
      const { stem = '', accept, why = '' } = fields.read(KIND_FIELDS[asked]);
      return accept === undefined ? null : { ...base, kind: asked, stem, accept, why };
    }
  }
};

/** One question, or `null` where it cannot be asked. Every finding is reported. */
export const parseQuestion = (fields: Fields, place: QuestionPlace, report: Report): Question | null => {
  const given = fields.read(QUESTION_FIELDS);
  const { id: key, kind: asked, expires } = given;
  const base: Base = {
    type: 'question',
    key: key ?? '',
    topic: place.topic,
    section: ownSection(given.section ?? '', place, fields.line('section'), report),
    path: place.path,
    line: place.line,
    tasks: given.tasks ?? [],
    level: given.level ?? 'apply',
    sources: given.sources ?? [],
    checked: given.checked ?? '',
    ...(expires === undefined ? {} : { expires }),
    ...(given['exams-only'] === false ? { inMocks: false } : {}),
  };
  const body =
    asked === undefined
      ? null
      : asked === 'numeric' && (fields.has('calculator') || fields.has('result'))
        ? readTemplate(base, fields, report)
        : asked === 'numeric' && (fields.has('inputs') || fields.has('texts'))
          ? readFormulaTemplate(base, fields, report)
          : readBody(base, fields, asked);
  // Of a kind that is not known, nobody can say which fields it takes.
  if (asked !== undefined || !fields.has('kind')) fields.finish();
  if (typeof body === 'string') {
    report('question-key', place.line, body);
    return null;
  }
  return key === undefined || body === null || body.stem === '' ? null : body;
};
