import type { Blueprint, Course } from '../../course/course.ts';
import { coverageOf } from '../coverage.ts';
import { quoted } from '../../base/sanitize.ts';
import type { Finding, Rule } from '../rule.ts';
import { locate } from '../rule.ts';

const weights: Rule = {
  id: 'blueprint-weights',
  severity: 'error',
  why: 'a paper is drawn by the weights of the domains',
  hint: 'make the weights add up to 100',
  check: input =>
    input.course.blueprints.flatMap(({ domains, path }) => {
      const sum = domains.reduce((total, { weight }) => total + weight, 0);
      return Math.abs(sum - 100) < 1e-9
        ? []
        : [
            {
              file: path,
              line: locate(input, path, 1, 'domains:'),
              message: `The weights add up to ${sum}, not to 100`,
            },
          ];
    }),
};

const tasks: Rule = {
  id: 'blueprint-tasks',
  severity: 'error',
  why: 'questions name tasks and domains by their ids',
  hint: 'give every task and every domain an id of its own',
  check: input =>
    input.course.blueprints.flatMap(({ domains, path }) => {
      const seen = new Set<string>();
      return domains.flatMap(domain =>
        [domain.id, ...domain.tasks.map(task => task.id)].flatMap((id): readonly Finding[] => {
          const twice = seen.has(id);
          seen.add(id);
          return twice
            ? [
                {
                  file: path,
                  line: locate(input, path, 1, id),
                  message: `The id ${quoted(id)} stands there twice`,
                },
              ]
            : [];
        }),
      );
    }),
};

const taskWeights: Rule = {
  id: 'blueprint-task-weights',
  severity: 'error',
  why: 'a paper is drawn by the weights of the tasks of a domain, or by an estimate, and not by both',
  hint: 'give every task of the domain a weight above 0, or none of them',
  check: input =>
    input.course.blueprints.flatMap(({ domains, path }) =>
      domains
        .filter(({ tasks: each }) => {
          const given = each.filter(({ weight }) => weight !== undefined);
          return given.length > 0 && (given.length < each.length || given.some(({ weight }) => weight === 0));
        })
        .map(({ id }) => ({
          file: path,
          line: locate(input, path, 1, id),
          message: `Some tasks of the domain ${quoted(id)} have no weight`,
        })),
    ),
};

const supply: Rule = {
  id: 'blueprint-supply',
  severity: 'error',
  why: 'a paper that lacks the questions of a domain is another exam',
  hint: 'write questions with tasks of the domain, in kinds that the exam asks; study help formats shows both',
  check: input =>
    coverageOf(input.course).flatMap(({ blueprint, questions, perPaper, domains }): readonly Finding[] => {
      const path = input.course.blueprints.find(({ id }) => id === blueprint)?.path ?? '';
      if (questions === 0)
        return [{ file: path, line: 1, message: 'No question serves this exam, so no paper can be drawn' }];
      const empty = domains.filter(domain => domain.weight > 0 && domain.questions === 0);
      if (empty.length > 0)
        return empty.map(({ id, title }) => ({
          file: path,
          line: locate(input, path, 1, title),
          message: `The domain ${quoted(id)} has no question in the kinds of the exam`,
        }));
      const short = domains.filter(domain => domain.questions < domain.perPaper);
      return short.length === 0
        ? []
        : [
            {
              file: path,
              line: locate(input, path, 1, 'questions:'),
              severity: 'warning',
              message: `A paper has ${perPaper} questions, and ${short.map(({ id, questions: have, perPaper: need }) => `the domain ${quoted(id)} has ${have} of the ${need} it gives`).join(', ')}`,
            },
          ];
    }),
};

/** Everything that does not add up in one reading order, with the text that it stands at. */
const readingFaults = (
  { notes }: Pick<Course, 'notes'>,
  { id, reading = [] }: Blueprint,
): readonly { readonly at: string; readonly message: string }[] => {
  const known = new Set(notes.map(note => note.id));
  const seen = new Set<string>();
  const faults = reading
    .flatMap(({ topics }) => topics)
    .flatMap(({ topic, after = [] }) => {
      const messages = [
        ...(known.has(topic) ? [] : [`There is no note on ${quoted(topic)}`]),
        ...(seen.has(topic) ? [`The note ${quoted(topic)} stands there twice`] : []),
        ...after
          .filter(first => !seen.has(first))
          .map(first => `The note ${quoted(topic)} needs ${quoted(first)}, which does not stand before it`),
      ];
      seen.add(topic);
      return messages.map(message => ({ at: topic, message }));
    });
  const missing = notes.filter(
    note => !seen.has(note.id) && note.exams.some(({ blueprint }) => blueprint === id),
  );
  return [
    ...faults,
    ...missing.map(note => ({
      at: 'reading:',
      message: `The note ${quoted(note.id)} serves this exam and is not in its reading order`,
    })),
  ];
};

const readingOrder: Rule = {
  id: 'reading-order',
  severity: 'warning',
  why: 'a way through the notes that leaves one out, or puts what needs another before it, leads nobody through',
  hint: 'name every note that serves the exam once, after those it needs; study help formats shows how',
  check: input =>
    input.course.blueprints
      .filter(({ reading }) => reading !== undefined)
      .flatMap(blueprint => {
        const file = blueprint.path;
        const from = locate(input, file, 1, 'reading:');
        return readingFaults(input.course, blueprint).map(({ at, message }) => ({
          file,
          line: locate(input, file, from, at),
          message,
        }));
      }),
};

/** Rules about exams. */
export const BLUEPRINT_RULES: readonly Rule[] = [weights, tasks, taskWeights, supply, readingOrder];
