import { describe, expect, it } from 'vitest';
import { lastAnswer } from '../../../src/app/lists/last-answer.ts';
import { textFingerprint } from '../../../src/core/course/keys.ts';
import { lastAnswerLines, lastAnswerSentence } from '../../../src/text/lists/last-answer-lines.ts';
import { EXAMS_COURSE, examsWorld } from '../../support/exams-world.ts';
import { LIST_COURSE, listWorld } from '../../support/list-world.ts';
import { instantiate } from '../../support/tiny-course.ts';

const inLists = (key: string, world = listWorld()): ReturnType<typeof lastAnswer> =>
  lastAnswer({ course: LIST_COURSE, journal: world.journal, instantiate }, key);

describe('the last answer to a question', () => {
  it('says what was chosen beside what is right', () => {
    const found = inLists('sqs-rare-double');
    expect(found).toMatchObject({
      mode: 'quiz',
      verdict: 'wrong',
      given: ['A larger key'],
      right: ['Envelope encryption'],
      isChanged: false,
    });
    expect(found === null ? [] : lastAnswerLines(found, 80)).toEqual([
      '  yours  A larger key',
      '  right  Envelope encryption',
    ]);
    expect(found === null ? '' : lastAnswerSentence(found)).toBe(
      'Last answer: wrong, you gave A larger key, right is Envelope encryption',
    );
  });

  it('is none for a card and for a question that was never answered', () => {
    expect(inLists('lambda-zero')).toBeNull();
    expect(inLists('lambda-units')).toBeNull();
  });

  it('says so where the question was changed, or no longer has what was chosen', () => {
    const world = listWorld();
    const asked = world.journal.events.findLast(event => event.type === 'answered');
    if (asked?.type !== 'answered') throw new Error('nothing was answered');
    const { mode, day, verdict, ms, confidence, seed, model } = asked;
    world.journal.add('tiny', {
      type: 'answered',
      mode,
      day,
      verdict,
      ms,
      confidence,
      seed,
      model,
      ratings: [{ item: 'kms-40-mb', rating: 'again', counted: true }],
      response: { kind: 'options', chosen: [textFingerprint('An option of before')] },
      question: 'of-before',
    });
    const found = inLists('kms-40-mb', world);
    expect(found).toMatchObject({ isChanged: true, given: [] });
    expect(found === null ? [] : lastAnswerLines(found, 80)).toEqual([
      '  right  Envelope encryption',
      '  The question was changed after that.',
    ]);
  });

  it('is that of a mock exam where that was the last one, with the options as they stood there', () => {
    const { journal } = examsWorld(1, false);
    const ended = journal.events.findLast(event => event.type === 'exam-ended');
    const wrong =
      ended?.type === 'exam-ended' ? ended.ratings.find(({ rating }) => rating === 'again') : undefined;
    const found = lastAnswer({ course: EXAMS_COURSE, journal, instantiate }, wrong?.item ?? '');
    expect(found).toMatchObject({ mode: 'exam', verdict: 'wrong' });
    expect(found?.given).toHaveLength(1);
    expect(found?.given).not.toEqual(found?.right);
  });
});
