import type {
  Blueprint,
  Card,
  Course,
  Note,
  OwnFormulas,
  Question,
  Tags,
  TemplateInput,
} from '../../core/course/course.ts';
import { NO_GLOSSARY } from '../../core/course/glossary.ts';
import { termJson } from '../notes/term-lines.ts';
import { isTemplate } from '../../core/course/course.ts';

type Shape = Readonly<Record<string, unknown>>;

/** Tags as the files write them. `fromEntries` sets own properties only, whatever a blueprint is called. */
const tagsShape = (tags: Tags): Shape =>
  Object.fromEntries(tags.map(({ blueprint, tasks }) => [blueprint, tasks]));

const noteShape = ({ id, title, area, path, exams, checked, sections }: Note): Shape => ({
  topic: id,
  id,
  title,
  area,
  path,
  exams: tagsShape(exams),
  checked,
  sections: sections.map(section => ({
    section: section.id,
    id: section.id,
    title: section.title,
    markdown: section.markdown,
  })),
});

const cardShape = ({ key, topic, section, kind, front, back, tags }: Card): Shape => ({
  item: key,
  id: key,
  topic,
  section,
  kind,
  front,
  back,
  tags: tags ?? [],
});

const inputShape = (input: TemplateInput): unknown => {
  switch (input.type) {
    case 'fixed':
      return input.value;
    case 'choose':
      return { choose: input.values.map(({ value, text }) => (value === text ? value : { value, text })) };
    case 'range':
      return {
        from: input.from,
        to: input.to,
        step: input.step,
        ...(input.unit === '' ? {} : { unit: input.unit }),
      };
  }
};

/** A decimal as a number where that is exact, as files mostly write it; else as text. */
const decimalShape = (decimal: string): number | string =>
  String(Number(decimal)) === decimal ? Number(decimal) : decimal;

/** Formulas with the fields of their file: what is empty is left out. */
const formulasShape = ({ answer, unit, tolerance, where, steps, mistakes }: OwnFormulas): Shape => ({
  ...(where.length === 0 ? {} : { where }),
  ...(steps.length === 0
    ? {}
    : {
        steps: steps.map(step => ({
          name: step.name,
          ...(step.label === '' ? {} : { label: step.label }),
          formula: step.formula,
          ...(step.unit === '' ? {} : { unit: step.unit }),
        })),
      }),
  answer,
  ...(unit === '' ? {} : { unit }),
  ...(tolerance === '' ? {} : { tolerance: decimalShape(tolerance) }),
  ...(mistakes.length === 0
    ? {}
    : {
        mistakes: mistakes.map(({ step, formula, why }) => ({
          ...(step === '' ? {} : { step }),
          formula,
          why,
        })),
      }),
});

const bodyShape = (question: Question): Shape => {
  if (isTemplate(question)) {
    return {
      ...('formulas' in question
        ? {
            ...(question.title === undefined ? {} : { title: question.title }),
            ...formulasShape(question.formulas),
          }
        : { calculator: question.calculator, result: question.result }),
      ask: question.ask,
      inputs: Object.fromEntries(question.inputs.map(({ flag, input }) => [flag, inputShape(input)])),
      texts: question.texts,
      why: question.why,
    };
  }
  const { stem } = question;
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return {
        stem,
        options: question.options.map(({ text, correct, why }) => ({
          text,
          ...(correct ? { correct } : {}),
          why,
        })),
        ...(question.keepOrder ? { 'keep-order': true } : {}),
        ...(question.grade === undefined ? {} : { grade: question.grade }),
      };
    case 'true-false':
      return { stem, answer: question.answer, why: question.why };
    case 'numeric':
      return {
        stem,
        answer: decimalShape(question.answer),
        ...(question.unit === '' ? {} : { unit: question.unit }),
        ...(question.tolerance === '0' ? {} : { tolerance: decimalShape(question.tolerance) }),
        why: question.why,
      };
    case 'order':
      return {
        stem,
        steps: question.steps.map((text, i) => {
          const why = question.stepWhys?.[i] ?? '';
          return why === '' ? text : { text, why };
        }),
        why: question.why,
      };
    case 'match':
      return {
        stem,
        pairs: question.pairs,
        ...(question.decoys.length === 0 ? {} : { decoys: question.decoys }),
        why: question.why,
      };
    case 'text':
      return { stem, accept: question.accept, why: question.why };
  }
};

/** A question with the fields of its file, and where it comes from. */
const questionShape = (question: Question): Shape => ({
  item: question.key,
  id: question.key,
  topic: question.topic,
  path: question.path,
  kind: question.kind,
  tasks: tagsShape(question.tasks),
  level: question.level,
  ...(question.section === '' ? {} : { section: `${question.topic}#${question.section}` }),
  ...bodyShape(question),
  sources: question.sources,
  checked: question.checked,
  ...(question.expires === undefined ? {} : { expires: question.expires }),
  ...(question.inMocks === undefined ? {} : { 'exams-only': false }),
});

const blueprintShape = ({
  path,
  provisional,
  provisionalNote,
  outOfScope,
  ...blueprint
}: Blueprint): Shape => ({
  exam: blueprint.id,
  ...blueprint,
  path,
  provisional,
  ...(provisionalNote === undefined ? {} : { 'provisional-note': provisionalNote }),
  ...(outOfScope === undefined ? {} : { 'out-of-scope': outOfScope }),
});

/** What `study export course --json` prints. @param calculators as `study calc --list` prints them */
export const courseShape = (course: Course, calculators: readonly Shape[]): Shape => ({
  course: course.id,
  title: course.title,
  notes: course.notes.map(noteShape),
  cards: course.cards.map(cardShape),
  questions: course.questions.map(questionShape),
  blueprints: course.blueprints.map(blueprintShape),
  renames: Object.fromEntries(course.renames.map(({ from, to }) => [from, to])),
  terms: (course.glossary ?? NO_GLOSSARY).terms.map(termJson),
  calculators,
});
