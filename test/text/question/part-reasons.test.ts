import { describe, expect, it } from 'vitest';
import type { MatchQuestion, OrderQuestion } from '../../../src/core/course/course.ts';
import { presentedOf } from '../../../src/core/exam/shown.ts';
import { grade } from '../../../src/core/question/grade.ts';
import { present } from '../../../src/core/question/present.ts';
import type { Presented } from '../../../src/core/question/present.ts';
import { courseShape } from '../../../src/text/course/export-course.ts';
import { keyMarkdown } from '../../../src/text/exam/exam-print.ts';
import { paperShape } from '../../../src/text/exam/exam-json.ts';
import { reasonLines } from '../../../src/text/question/question-lines.ts';
import { makeRenderer } from '../../../src/text/question/renderer.ts';
import { makeStyle } from '../../../src/text/layout/style.ts';
import { itemLines } from '../../../src/tui/components/item-lines.ts';
import { explain } from '../../../src/tui/components/question/explanation.ts';
import { explainedLines } from '../../../src/tui/components/question/explanation-layout.ts';
import { makeTheme } from '../../../src/tui/components/theme.ts';
import { draw, examBlueprint, serves } from '../../support/exam-course.ts';
import { instantiate, match, order } from '../../support/tiny-course.ts';

const tasks = { tasks: serves('1.1') };
const STEPS: OrderQuestion = {
  ...order('steps', ['receive', 'work', 'delete'], tasks),
  stepWhys: ['It hides the message.', '', 'A crash before it shows the message again.'],
  why: '',
};
const PAIRS: MatchQuestion = {
  ...match('pairs', [], ['stream'], tasks),
  pairs: [
    { left: 'SQS', right: 'queue', why: 'Consumers poll it.' },
    { left: 'SNS', right: 'topic' },
  ],
  why: 'A stream keeps what was read.',
};
const WHYS = ['It hides the message.', 'A crash before it shows the message again.', 'Consumers poll it.'];

const style = makeStyle(false);
const { render } = makeRenderer(style);
const layout = { columns: 60, style, render };
const paper = {
  columns: 60,
  render,
  theme: makeTheme({ theme: 'mono', ascii: true, colour: false, env: {} }),
  instantiate,
};

const shownOf = (question: OrderQuestion | MatchQuestion): Presented => {
  const presentation = present(question, 1, null, instantiate);
  if (presentation === null) throw new Error('it can be put');
  return presentation.shown;
};
const drawn = draw([STEPS, PAIRS], examBlueprint([100], 2, 0, { kinds: ['order', 'match'] }));

describe('the reason of a step or a pair', () => {
  it('stands below it in plain lines, further in', () => {
    expect(reasonLines(shownOf(STEPS), layout)).toEqual([
      '  The right order:',
      '  1. receive',
      '     It hides the message.',
      '  2. work',
      '  3. delete',
      '     A crash before it shows the message again.',
    ]);
    expect(reasonLines(shownOf(PAIRS), layout)).toEqual([
      '  SQS: queue',
      '     Consumers poll it.',
      '  SNS: topic',
      '  A stream keeps what was read.',
    ]);
  });

  it('stands below it on the screens: after a wrong answer, in a report and in a search', () => {
    for (const question of [STEPS, PAIRS]) {
      const shown = shownOf(question);
      const graded = grade(shown, question.kind === 'order' ? '3 2 1' : 'a=1 b=2', () => false);
      if (graded.kind === 'no-answer') throw new Error('it is an answer');
      const pages = [
        explainedLines(explain(shown, graded.response, graded.notes, paper.theme), paper),
        explainedLines(explain(shown, null, [], paper.theme), paper),
        itemLines(question, paper),
      ];
      const whys = question === STEPS ? WHYS.slice(0, 2) : WHYS.slice(2);
      for (const page of pages) {
        for (const why of whys) expect(page.filter(line => line.includes(why))).toHaveLength(1);
        const [first = ''] = whys;
        const at = page.findIndex(line => line.includes(first));
        expect(page[at - 1]).toContain(question === STEPS ? 'receive' : '');
      }
    }
  });

  it('goes with the paper, so that an exam can be explained after the course has changed', () => {
    const stored = JSON.parse(JSON.stringify(drawn.questions)) as typeof drawn.questions;
    for (const question of stored) {
      const { question: again } = presentedOf(question);
      if (again.kind === 'order') expect(again.stepWhys).toEqual(STEPS.stepWhys);
      if (again.kind === 'match') expect(again.pairs).toEqual(PAIRS.pairs);
    }
    const key = keyMarkdown(drawn);
    for (const why of WHYS) expect(key).toContain(why);
  });

  it('is data in JSON and in the export, and absent where there is none', () => {
    const { key } = paperShape(drawn) as {
      key: readonly { item: string; why: string; reasons?: readonly object[] }[];
    };
    expect(key.find(({ item }) => item === 'steps')).toMatchObject({
      why: '',
      reasons: [
        { text: 'receive', why: 'It hides the message.' },
        { text: 'work', why: '' },
        { text: 'delete', why: 'A crash before it shows the message again.' },
      ],
    });
    const plain = draw([order('plain', ['a', 'b'], tasks)], examBlueprint([100], 1, 0, { kinds: ['order'] }));
    expect((paperShape(plain) as { key: readonly object[] }).key[0]).not.toHaveProperty('reasons');
    const course = {
      id: 'c',
      title: 'C',
      blueprint: '',
      notes: [],
      cards: [],
      questions: [STEPS, PAIRS],
      blueprints: [],
      renames: [],
    };
    expect(courseShape(course, [])).toMatchObject({
      questions: [
        { steps: [{ text: 'receive', why: 'It hides the message.' }, 'work', { text: 'delete' }] },
        {
          pairs: [
            { left: 'SQS', right: 'queue', why: 'Consumers poll it.' },
            { left: 'SNS', right: 'topic' },
          ],
        },
      ],
    });
  });
});
