import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Blueprint } from '../../../src/core/course/course.ts';
import { domainShares, drawPaper, leastSeenSeed } from '../../../src/core/exam/draw-paper.ts';
import { bankSize } from '../../../src/core/exam/bank-size.ts';
import type { DrawnPaper } from '../../../src/core/journal/paper.ts';
import { examGradeOf } from '../../../src/core/journal/paper.ts';
import { taskNeeds } from '../../../src/core/exam/select.ts';
import { shareOut } from '../../../src/core/queue/quiz-draw.ts';
import { draw, examBank, examBlueprint, examCourse, serves } from '../../support/exam-course.ts';
import {
  choice,
  instantiate,
  numeric,
  template,
  text,
  tinyCourse,
  trueFalse,
} from '../../support/tiny-course.ts';

const keysOf = ({ questions }: DrawnPaper): readonly string[] => questions.map(({ item }) => item);

const count = ({ questions }: DrawnPaper, domain: string, scored: boolean): number =>
  questions.filter(question => question.domain === domain && question.scored === scored).length;

/** Weights that add up to 100, numbers of questions, the size of each domain's bank and a seed. */
const cases = fc
  .record({
    parts: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 5 }),
    scored: fc.integer({ min: 1, max: 30 }),
    unscored: fc.integer({ min: 0, max: 10 }),
    seed: fc.integer({ min: 0, max: 0xffffffff }),
  })
  .chain(({ parts, ...rest }) =>
    fc.record({
      weights: fc.constant(shareOut(parts, 100)),
      sizes: fc.array(fc.nat({ max: 30 }), { minLength: parts.length, maxLength: parts.length }),
      scored: fc.constant(rest.scored),
      unscored: fc.constant(rest.unscored),
      seed: fc.constant(rest.seed),
    }),
  );

describe('a paper', () => {
  it('has scored and unscored questions by domain weight, no question twice, and says what is missing', () => {
    fc.assert(
      fc.property(cases, ({ weights, sizes, scored, unscored, seed }) => {
        const blueprint = examBlueprint(weights, scored, unscored);
        const paper = draw(examBank(sizes), blueprint, seed);
        expect(new Set(keysOf(paper)).size).toBe(paper.questions.length);
        let shares = 0;
        for (const [index, share] of domainShares(blueprint).entries()) {
          const have = sizes[index] ?? 0;
          const { id } = share.domain;
          const scoredHave = Math.min(share.scored, have);
          const unscoredHave = Math.min(share.unscored, have - scoredHave);
          expect(count(paper, id, true)).toBe(scoredHave);
          expect(count(paper, id, false)).toBe(unscoredHave);
          const shortages = paper.shortages.filter(({ domain }) => domain === id);
          expect(shortages.map(({ part, want, have }) => ({ part, want, have }))).toEqual([
            ...(scoredHave < share.scored ? [{ part: 'scored', want: share.scored, have: scoredHave }] : []),
            ...(unscoredHave < share.unscored
              ? [{ part: 'unscored', want: share.unscored, have: unscoredHave }]
              : []),
          ]);
          shares += share.scored + share.unscored;
        }
        expect(shares).toBe(scored + unscored);
      }),
      { numRuns: 200 },
    );
  });

  it('depends on the bank, the blueprint and the seed alone', () => {
    fc.assert(
      fc.property(cases, fc.integer(), ({ weights, sizes, scored, unscored, seed }, shift) => {
        const blueprint = examBlueprint(weights, scored, unscored);
        const bank = examBank(sizes);
        const turn = bank.length === 0 ? 0 : Math.abs(shift) % bank.length;
        const turned = [...bank.slice(turn), ...bank.slice(0, turn)];
        expect(draw(turned, blueprint, seed)).toEqual(draw(bank, blueprint, seed));
      }),
      { numRuns: 100 },
    );
  });

  it('draws a domain by its tasks: by their weights, else half in equal shares and half by skills', () => {
    const [equal, skilled, weighted] = [
      [{}, {}],
      [{ skills: 9 }, { skills: 1 }],
      [
        { weight: 1, skills: 9 },
        { weight: 4, skills: 1 },
      ],
    ].map(shares => {
      const blueprint = examBlueprint([100], 10, 0);
      const domains = blueprint.domains.map(domain => ({
        ...domain,
        tasks: domain.tasks.map((task, i) => ({ ...task, ...shares[i] })),
      }));
      const { questions } = draw(examBank([60]), { ...blueprint, domains });
      return ['1.1', '1.2'].map(id => questions.filter(({ task }) => task === id).length);
    });
    expect(equal).toEqual([5, 5]);
    expect(skilled).toEqual([7, 3]);
    expect(weighted).toEqual([2, 8]);
  });

  it('takes what a task lacks from its domain: first what names only the domain, then other tasks', () => {
    const bank = [
      ...Array.from({ length: 8 }, (_, i) => choice(`a${i}`, undefined, { tasks: serves('1.1') })),
      choice('b0', undefined, { tasks: serves('1.2') }),
      choice('loose', undefined, { tasks: serves('d1') }),
    ];
    const keys = keysOf(draw(bank, examBlueprint([100], 6, 0)));
    expect(keys).toEqual(expect.arrayContaining(['b0', 'loose']));
    expect(keys.filter(key => key.startsWith('a'))).toHaveLength(4);
  });

  it('takes questions in the form of the exam first, and says of each whether it is one', () => {
    const grade = { grade: 'exam' } as const;
    const bank = [
      ...examBank([40]),
      ...Array.from({ length: 4 }, (_, i) =>
        choice(`x${i}`, undefined, { tasks: serves('1.1'), ...(i < 3 ? grade : {}) }),
      ),
      choice('y', undefined, { tasks: serves('1.2'), ...grade }),
    ];
    const size = bankSize(examCourse(bank, examBlueprint([100], 4, 0)), examBlueprint([100], 4, 0));
    expect(size.examGrade).toEqual({ questions: 4, papers: 0.5 });
    expect(size.domains[0]?.tasks.map(({ need, examGrade }) => [need, examGrade])).toEqual([
      [2, 3],
      [2, 1],
    ]);
    for (let seed = 0; seed < 10; seed++) {
      const paper = draw(bank, examBlueprint([100], 4, 0), seed);
      const graded = paper.questions.filter(question => question.grade === 'exam');
      expect(graded.map(({ task }) => task).sort()).toEqual(['1.1', '1.1', '1.2']);
      expect(examGradeOf(paper)).toBe(3);
    }
  });

  it('takes the kinds that only this exam asks as readily as what is marked, and unmarked choices after both', () => {
    const marked = Array.from({ length: 6 }, (_, i) =>
      choice(`m${i}`, undefined, { tasks: serves('1.1'), grade: 'exam' }),
    );
    const typed = Array.from({ length: 6 }, (_, i) => text(`t${i}`, ['yes'], { tasks: serves('1.1') }));
    const bank = [...examBank([20]), ...marked, ...typed];
    const blueprint = (kinds: Blueprint['kinds']): Blueprint => examBlueprint([100], 12, 0, { kinds });
    const initials = (kinds: Blueprint['kinds']): string =>
      draw(bank, blueprint(kinds))
        .questions.filter(({ task }) => task === '1.1')
        .map(({ item }) => item.charAt(0))
        .sort()
        .join('');
    expect(initials(['single', 'multiple'])).toBe('mmmmmm');
    const mixed = initials(['single', 'multiple', 'text']);
    expect(mixed).toMatch(/^m+t+$/);
    expect(
      bankSize(examCourse(bank, blueprint(['single', 'text'])), blueprint(['single', 'text'])),
    ).toMatchObject({
      examGrade: { questions: 6 },
    });
  });

  it('never holds two twins, and never what is kept out of mocks', () => {
    const bank = [...examBank([12]), choice('out', undefined, { tasks: serves('1.1'), inMocks: false })];
    const twins = Array.from({ length: 6 }, (_, i) => [`d1-q${2 * i}`, `d1-q${2 * i + 1}`] as const);
    const blueprint = examBlueprint([100], 12, 0);
    const course = tinyCourse({ items: bank, blueprints: [blueprint], twins });
    for (let seed = 0; seed < 20; seed++) {
      const keys = new Set(keysOf(drawPaper({ course, blueprint, instantiate }, seed)));
      expect(keys.size).toBe(6);
      expect(keys.has('out')).toBe(false);
      expect(twins.filter(([a, b]) => keys.has(a) && keys.has(b))).toEqual([]);
    }
    expect(drawPaper({ course, blueprint, instantiate }, 1).shortages).toEqual([
      { domain: 'd1', title: 'Domain 1', part: 'scored', want: 12, have: 6 },
    ]);
  });

  it('shares no question with those of the neighbouring seeds, as far as the bank reaches', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 2, max: 4 }), ({ weights, scored, unscored, seed }, papers) => {
        const blueprint = examBlueprint(weights, scored, unscored);
        const bank = domainShares(blueprint).flatMap(share =>
          taskNeeds(share).flatMap((need, task) =>
            Array.from({ length: papers * need }, (_, i) => {
              const id = share.domain.tasks[task]?.id ?? '';
              return choice(`${id}-q${i}`, undefined, { tasks: serves(id) });
            }),
          ),
        );
        const from = Math.min(seed, 0xffffffff - papers);
        const all = Array.from({ length: papers }, (_, i) => keysOf(draw(bank, blueprint, from + i)));
        expect(new Set(all.flat()).size).toBe(papers * (scored + unscored));
      }),
      { numRuns: 100 },
    );
  });

  it('mixes the unscored questions in, and shows nothing that tells them apart', () => {
    const paper = draw(examBank([200, 100]), examBlueprint([60, 40], 50, 15), 7);
    const places = paper.questions.flatMap(({ scored }, index) => (scored ? [] : [index]));
    expect(places).toHaveLength(15);
    // The last one stands behind half of the paper, the first one before it, and they are not in a row.
    expect(Math.max(...places)).toBeGreaterThan(32);
    expect(Math.min(...places)).toBeLessThan(32);
    expect(Math.max(...places) - Math.min(...places)).toBeGreaterThan(15);
  });

  it('of another seed has the options of a question in another order at times', () => {
    const bank = [choice('only', ['*a', 'b', 'c', 'd'], { tasks: serves('d1') })];
    const orders = Array.from({ length: 20 }, (_, seed) => {
      const question = draw(bank, examBlueprint([100], 1, 0), seed).questions[0];
      return question !== undefined && 'options' in question
        ? question.options.map(option => option.text).join('')
        : '';
    });
    expect(new Set(orders).size).toBeGreaterThan(5);
  });

  it('has only the kinds of the blueprint, templates with options where it has no typed numbers', () => {
    const tasks = { tasks: serves('1.2') };
    const bank = [
      choice('one', undefined, tasks),
      choice('two', ['*a', '*b', 'c', 'd', 'e'], tasks),
      trueFalse('truth', true, tasks),
      numeric('number', '4', '', '0', tasks),
      text('word', ['SQS'], tasks),
      template('both', ['value', 'choice'], tasks),
      { ...template('typed', ['value'], tasks), result: 'other' },
    ];
    const exam = draw(bank, examBlueprint([100], 20, 0));
    expect([...keysOf(exam)].sort()).toEqual(['both', 'one', 'two']);
    expect(exam.questions.every(({ kind }) => kind === 'single' || kind === 'multiple')).toBe(true);
    expect(exam.questions.find(({ item }) => item === 'both')?.seed).not.toBeNull();
    const university = draw(bank, examBlueprint([100], 20, 0, { kinds: ['numeric'] }));
    expect([...keysOf(university)].sort()).toEqual(['both', 'number', 'typed']);
    expect(university.questions.every(({ kind }) => kind === 'numeric')).toBe(true);
  });

  it('has at most one of the templates that ask the same of one calculator', () => {
    const tasks = { tasks: serves('d1') };
    const bank = [
      template('rcu-a', ['choice'], tasks),
      template('rcu-b', ['choice'], tasks),
      template('rcu-c', ['choice'], tasks),
    ];
    const drawn = Array.from({ length: 12 }, (_, seed) =>
      keysOf(draw(bank, examBlueprint([100], 3, 0), seed)),
    );
    expect(drawn.every(keys => keys.length === 1)).toBe(true);
    expect(new Set(drawn.flat()).size).toBe(3);
  });

  it('passes over a template that its calculator refuses', () => {
    const tasks = { tasks: serves('d1') };
    const bank = [
      template('broken', ['choice'], tasks),
      choice('a', undefined, tasks),
      choice('b', undefined, tasks),
    ];
    for (let seed = 0; seed < 6; seed++)
      expect([...keysOf(draw(bank, examBlueprint([100], 2, 0), seed))].sort()).toEqual(['a', 'b']);
  });

  it('gives a question that serves two domains to the poorer one', () => {
    const bank = [
      ...Array.from({ length: 5 }, (_, i) => choice(`rich${i}`, undefined, { tasks: serves('d1') })),
      choice('between', undefined, { tasks: serves('1.1', '2.2') }),
    ];
    const paper = draw(bank, examBlueprint([50, 50], 2, 0));
    expect(paper.questions.find(({ item }) => item === 'between')).toMatchObject({
      domain: 'd2',
      task: '2.2',
    });
    expect(paper.shortages).toEqual([]);
  });

  it('names the task it was drawn for, or none where the question names the whole domain', () => {
    const bank = [
      choice('task', undefined, { tasks: serves('1.2') }),
      choice('whole', undefined, { tasks: serves('d1') }),
    ];
    const tasks = draw(bank, examBlueprint([100], 2, 0)).questions.map(({ item, task }) => [item, task]);
    expect(new Map(tasks as [string, string][])).toEqual(
      new Map([
        ['task', '1.2'],
        ['whole', ''],
      ]),
    );
  });

  it('takes the seed of the slice that was seen least, and that seed repeats it', () => {
    const blueprint = examBlueprint([60, 40], 10, 5);
    const course = examCourse(examBank([40, 30]), blueprint);
    const seen = new Map<string, number>();
    const papers: (readonly string[])[] = [];
    for (let sitting = 0; sitting < 4; sitting++) {
      const seed = leastSeenSeed(course, blueprint, key => seen.get(key) ?? 0);
      const keys = keysOf(drawPaper({ course, blueprint, instantiate }, seed));
      expect(keysOf(drawPaper({ course, blueprint, instantiate }, seed))).toEqual(keys);
      for (const key of keys) seen.set(key, (seen.get(key) ?? 0) + 3);
      papers.push(keys);
    }
    // 40 of 9 and 30 of 6 questions: four papers without a question twice.
    expect(new Set(papers.flat()).size).toBe(60);
  });

  it('of the shipped blueprint has 16, 13, 12, 9 scored and 5, 4, 3, 3 unscored questions', () => {
    // DVA-C02: 32, 26, 24, 18 % of 50 are 16, 13, 12, 9; of 15 they are 4.8, 3.9, 3.6, 2.7.
    const shares = domainShares(examBlueprint([32, 26, 24, 18], 50, 15));
    expect(shares.map(({ scored }) => scored)).toEqual([16, 13, 12, 9]);
    expect(shares.map(({ unscored }) => unscored)).toEqual([5, 4, 3, 3]);
  });

  it('of a bank without any question for the exam is empty', () => {
    const bank = [choice('elsewhere', undefined, { tasks: [{ blueprint: 'other', tasks: ['1.1'] }] })];
    expect(draw(bank, examBlueprint([100], 2, 1)).questions).toEqual([]);
  });
});
