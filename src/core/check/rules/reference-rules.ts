import type { Blueprint, Tags } from '../../course/course.ts';
import { isTemplate } from '../../course/course.ts';
import { LOADER_RULES } from '../../course/loader-rules.ts';
import { quoted } from '../../base/sanitize.ts';
import type { CheckInput, Finding, Rule } from '../rule.ts';
import { locate } from '../rule.ts';

/** Tasks and domains by blueprint. */
const taskIds = (blueprints: readonly Blueprint[]): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(
    blueprints.map(({ id, domains }) => [
      id,
      new Set(domains.flatMap(domain => [domain.id, ...domain.tasks.map(task => task.id)])),
    ]),
  );

/** Whether an exam has a file. One that cannot be used has a finding of its own, which is enough. */
const isThere = ({ fileExists }: CheckInput, exam: string): boolean =>
  fileExists(`questions/exams/${exam}.yaml`);

const unknownTask: Rule = {
  id: 'unknown-task',
  severity: 'error',
  why: 'what names a task that the exam does not have is counted nowhere',
  hint: 'use the ids of tasks or domains in questions/exams/<exam>.yaml',
  check: input => {
    const { notes, questions, blueprints } = input.course;
    const known = taskIds(blueprints);
    const check = (tags: Tags, file: string, line: number): readonly Finding[] =>
      tags.flatMap(({ blueprint, tasks }): readonly Finding[] => {
        const place = { file, line: locate(input, file, line, blueprint) };
        const ids = known.get(blueprint);
        if (ids === undefined)
          return isThere(input, blueprint)
            ? []
            : [{ ...place, message: `There is no exam ${quoted(blueprint)}` }];
        return tasks
          .filter(task => !ids.has(task))
          .map(task => ({ ...place, message: `The exam ${blueprint} has no task ${quoted(task)}` }));
      });
    return [
      ...notes.flatMap(note => check(note.exams, note.path, 1)),
      ...questions.flatMap(question => check(question.tasks, question.path, question.line)),
    ];
  },
};

/** Banks of other programs have no place for tasks. */
const NATIVE_BANK = /\.ya?ml$/i;

const missingTasks: Rule = {
  id: 'missing-tasks',
  severity: 'error',
  why: 'a question that names no task of any exam is asked in none',
  hint: 'write under tasks: which tasks of which exams the question serves',
  check: ({ course: { questions, blueprints } }) =>
    // Where there is no exam there is nothing to name.
    blueprints.length === 0
      ? []
      : questions
          .filter(({ path, tasks }) => NATIVE_BANK.test(path) && tasks.length === 0)
          .map(({ path, line }) => ({ file: path, line, message: 'The question names no task of an exam' })),
};

const unknownBlueprint: Rule = {
  id: 'unknown-blueprint',
  severity: 'error',
  why: 'an exam that does not exist cannot be prepared for',
  hint: 'use the name of a file in questions/exams',
  check: input => {
    const { blueprint, blueprints } = input.course;
    const ids = new Set(blueprints.map(({ id }) => id));
    const find = (id: string | undefined, file: string): readonly Finding[] =>
      id === undefined || id === '' || ids.has(id) || isThere(input, id)
        ? []
        : [{ file, line: locate(input, file, 1, id), message: `There is no exam ${quoted(id)}` }];
    return [
      ...find(blueprint, 'content/course.yaml'),
      ...blueprints.flatMap(({ successor, path }) => find(successor, path)),
    ];
  },
};

const unknownSection: Rule = {
  id: 'unknown-section',
  ...LOADER_RULES['unknown-section'],
  check: input => {
    const sections = new Map(
      input.course.notes.map(note => [note.id, new Set(note.sections.map(section => section.id))]),
    );
    return input.course.questions.flatMap(({ topic, section, path, line }) => {
      const known = sections.get(topic);
      return section === '' || known === undefined || known.has(section)
        ? []
        : [
            {
              file: path,
              line: locate(input, path, line, 'section:'),
              message: `The note has no section ${quoted(section)}`,
              hint: 'write the heading in lower case with hyphens: topic#visibility-timeout',
            },
          ];
    });
  },
};

const unknownCalculator: Rule = {
  id: 'unknown-calculator',
  severity: 'error',
  why: 'a calculator that does not exist cannot be offered',
  hint: 'study calc --list shows the calculators',
  check: input => [
    ...input.course.notes.flatMap(({ calculators, path }) =>
      calculators
        .filter(id => !input.calculators.has(id))
        .map(id => ({
          file: path,
          line: locate(input, path, 1, id),
          message: `There is no calculator ${quoted(id)}`,
        })),
    ),
    ...input.course.questions.flatMap(question =>
      'formulas' in question && question.title !== undefined && input.calculators.has(question.key)
        ? [
            {
              file: question.path,
              line: question.line,
              message: `${quoted(question.key)} is a calculator of the program, which study calc opens by that name`,
              hint: 'give the template another id, or no title',
            },
          ]
        : [],
    ),
  ],
};

const templateCalculator: Rule = {
  id: 'template-calculator',
  severity: 'error',
  why: 'a template whose numbers cannot be worked out cannot be asked',
  hint: 'study calc <calculator> --help shows inputs, units and results',
  check: ({ course, templateProblems }: CheckInput) =>
    course.questions.flatMap(question =>
      isTemplate(question)
        ? templateProblems(question).map(message => ({
            file: question.path,
            line: question.line,
            message: `The template fails: ${message}`,
            ...('formulas' in question
              ? {
                  hint: 'change the formula or the numbers; a condition under where leaves out those that do not fit',
                }
              : {}),
          }))
        : [],
    ),
};

/** Rules about ids that must lead somewhere. */
export const REFERENCE_RULES: readonly Rule[] = [
  unknownTask,
  missingTasks,
  unknownBlueprint,
  unknownSection,
  unknownCalculator,
  templateCalculator,
];
