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

export const BLUEPRINT_RULES: readonly Rule[] = [weights, tasks, taskWeights];
