import { describe, expect, it } from 'vitest';
import { relinkCourse } from '../../../src/app/relink/relink-course.ts';
import type { CourseReader, Item } from '../../../src/core/course/course.ts';
import { memoryJournal, testClock } from '../../support/memory-journal.ts';
import type { MemoryJournal } from '../../support/memory-journal.ts';
import type { SessionResult } from '../../support/run-session.ts';
import { runSessionCommand } from '../../support/run-session.ts';
import { card, choice, tinyCourse } from '../../support/tiny-course.ts';

const OLD = card('sqs~1-aaaa', 'sqs', 'How long is a mesage hidden by default?');
const MENDED = card('sqs~1-bbbb', 'sqs', 'How long is a message hidden by default?');
const OTHER = card('sns-topics', 'sns', 'Which subscriptions may a topic of notifications have?');
const clock = testClock('2026-11-21T10:00:00Z');

/** A learner whose journal outlives the course's edits. */
class Learner {
  readonly journal: MemoryJournal = memoryJournal(clock.now);

  run(
    words: string,
    course: CourseReader | readonly Item[],
    ...lines: readonly string[]
  ): Promise<SessionResult> {
    const opened = 'items' in course ? course : tinyCourse({ items: course, origin: 'folder' });
    return runSessionCommand(words.split(' '), { course: opened, journal: this.journal, clock, lines });
  }

  /** Rates every card that a review asks as easy. */
  learn(items: readonly Item[]): Promise<SessionResult> {
    return this.run('review', items, ...items.flatMap(() => ['', '4']));
  }

  reps(key: string): number {
    return this.journal.progress('tiny').items.get(key)?.reps ?? 0;
  }

  count(type: string): number {
    return this.journal.events.filter(event => event.type === type).length;
  }
}

describe('an edit that is taken back', () => {
  it('keeps the progress, is told truthfully, and is recorded once', async () => {
    const me = new Learner();
    await me.learn([OLD]);
    expect((await me.run('review', [MENDED])).stdout).toContain(
      `relinked ${OLD.key} ${MENDED.key}: the card was edited, its progress stays\n`,
    );
    for (const items of [[OLD], [OLD], [MENDED], [OLD]]) {
      const { stdout } = await me.run('review', items);
      expect(stdout).toContain('Nothing is due, and nothing is new.');
      expect(stdout).not.toContain('relinked');
    }
    expect([me.count('relinked'), me.reps(OLD.key)]).toEqual([1, 1]);
    clock.pass(30 * 24 * 60);
    expect((await me.run('review', [OLD], '', '3')).stdout).toContain(`saved ${OLD.key} good`);
    expect([me.reps(OLD.key), me.reps(MENDED.key)]).toEqual([2, 2]);
  });

  it('keeps it also where the other laptop has not pulled the edit', async () => {
    const me = new Learner();
    me.journal.add('tiny', { type: 'relinked', from: OLD.key, to: MENDED.key }, clock.at, 'other');
    expect((await me.learn([OLD])).stdout).toContain(`saved ${OLD.key} easy`);
    const { stdout } = await me.run('review', [OLD]);
    expect(stdout).toContain('Nothing is due, and nothing is new.');
    expect(me.reps(OLD.key)).toBe(1);
  });
});

describe('two keys of one item in the course at once', () => {
  it('leave the progress to the one to which the newest link leads; the other one begins anew', async () => {
    const me = new Learner();
    await me.learn([OLD]);
    await me.run('review', [MENDED]);
    const { stdout } = await me.run('review', [OLD, MENDED], '', '4');
    expect(stdout).toContain('Review: 0 due, 1 new');
    expect(stdout).toContain(`saved ${OLD.key} easy`);
    expect([me.reps(MENDED.key), me.reps(OLD.key), me.count('separated')]).toEqual([1, 1, 1]);
    await me.run('review', [OLD, MENDED]);
    expect(me.count('separated')).toBe(1);
  });
});

describe('an item with another written id', () => {
  it('is the same item if it asks just the same, be it a card or a question', async () => {
    const me = new Learner();
    const stem = 'Which queue keeps the order of its messages within a group?';
    await me.learn([card('mem-made', 'sqs', OTHER.front)]);
    await me.run('quiz --seed 1', [choice('osm-a', undefined, { stem })], '1');
    const renamed = [card('mem-made-of', 'sqs', OTHER.front), choice('osm-b', undefined, { stem })];
    const { stdout } = await me.run('review', renamed);
    expect(stdout).toContain('relinked mem-made mem-made-of: it was renamed or moved, its progress stays\n');
    expect(stdout).toContain('relinked osm-a osm-b: it was renamed or moved, its progress stays\n');
    expect([me.reps('mem-made-of'), me.reps('osm-b')]).toEqual([1, 1]);
  });

  it('is another question where only the stem is the same', async () => {
    const me = new Learner();
    const stem = 'Which of these is true?';
    await me.run('quiz --seed 1', [choice('osm-a', undefined, { stem })], '1');
    await me.run('review', [choice('osm-b', ['*this', 'that', 'those', 'these'], { stem })]);
    expect(me.reps('osm-b')).toBe(0);
  });
});

describe("a course's renames.yaml", () => {
  const renames = { [OLD.key]: 'sqs-hidden' };
  const named = card('sqs-hidden', 'sqs', 'For how much time can nobody else see what was received?');

  it('says what an item is now, though another one is more like it', async () => {
    const me = new Learner();
    await me.learn([OLD]);
    const course = tinyCourse({ items: [MENDED, named], renames, origin: 'folder' });
    expect((await me.run('review', course)).stdout).toContain(
      `relinked ${OLD.key} sqs-hidden: the course renamed it, its progress stays\n`,
    );
    expect([me.reps('sqs-hidden'), me.reps(MENDED.key)]).toEqual([1, 0]);
  });

  it('has the last word over a link that likeness made before, and joins what was learned since', async () => {
    const me = new Learner();
    await me.learn([OLD]);
    await me.run('review', [MENDED]);
    await me.learn([named]);
    const course = tinyCourse({ items: [MENDED, named], renames, origin: 'folder' });
    await me.run('review', course);
    expect([me.reps('sqs-hidden'), me.reps(MENDED.key)]).toEqual([2, 0]);
    const events = me.journal.events.length;
    await me.run('review', course);
    expect(me.journal.events).toHaveLength(events);
  });

  it('is taken at its first word where two lines lead from one item to two', async () => {
    const me = new Learner();
    await me.learn([OLD]);
    await me.run('review', [MENDED]);
    const lines = { [OLD.key]: 'sqs-hidden', [MENDED.key]: OTHER.key };
    const course = tinyCourse({ items: [named, OTHER], renames: lines, origin: 'folder' });
    for (let i = 0; i < 3; i++) await me.run('review', course);
    expect([me.reps('sqs-hidden'), me.reps(OTHER.key)]).toEqual([1, 0]);
    expect(me.count('relinked')).toBe(2);
  });

  it('is followed through several lines, and left alone where the old key still stands', async () => {
    const me = new Learner();
    await me.learn([OLD]);
    const chain = { [OLD.key]: 'sqs-between', 'sqs-between': 'sqs-hidden' };
    expect(relinkCourse(tinyCourse({ items: [OLD, named], renames: chain }), me.journal).relinks).toEqual([]);
    await me.run('review', tinyCourse({ items: [named], renames: chain, origin: 'folder' }));
    expect(me.reps('sqs-hidden')).toBe(1);
  });
});

describe('what cannot be told for sure', () => {
  const moved = card('sns~1-cccc', 'sns', 'How long is a message hidden from others by default?');

  it('is said once in the session, with the command that helps', async () => {
    const me = new Learner();
    await me.learn([OLD]);
    const { stdout } = await me.run('review', [moved, OTHER]);
    expect(stdout.startsWith('1 card looks like one you knew: study progress relink\n')).toBe(true);
    expect((await me.run('review --json', [moved, OTHER])).stdout).toContain('"type":"unsure","items":1');
    const broken = {
      rule: 'yaml-syntax',
      severity: 'error',
      file: 'f',
      line: 1,
      message: '',
      hint: '',
    } as const;
    const course = tinyCourse({ items: [moved], problems: [broken], origin: 'folder' });
    expect((await me.run('review', course)).stdout).toContain(
      '1 card looks like one you knew, but the course has errors: study check, then study progress relink\n',
    );
  });
});

describe('study progress relink', () => {
  const moved = card('sns~1-cccc', 'sns', 'How long is a message hidden from others by default?');

  it('lists what is gone from the course: its text, its history, and what it most likely is now', async () => {
    const me = new Learner();
    await me.learn([OLD]);
    const { stdout, code } = await me.run('progress relink', [moved, OTHER]);
    expect(code).toBe(0);
    expect(stdout).toBe(
      [
        `${OLD.key}  1 counted answer, last 2026-12-21`,
        `  asked: ${OLD.front}`,
        `  likeliest now: ${moved.key}`,
        `    asks: ${moved.front}`,
        `  study progress relink ${OLD.key} ${moved.key}`,
        '',
      ].join('\n'),
    );
    const { orphans } = JSON.parse((await me.run('progress relink --json', [moved])).stdout) as {
      orphans: readonly unknown[];
    };
    expect(orphans).toMatchObject([
      { item: OLD.key, prompt: OLD.front, reps: 1, last: '2026-12-21', likely: { item: moved.key } },
    ]);
  });

  it('guesses by the key where no record says what was asked', async () => {
    const me = new Learner();
    const ratings = [{ item: 'sns-topic', rating: 'good', counted: true }] as const;
    const day = Math.floor(clock.at / 86_400_000);
    me.journal.add('tiny', { type: 'reviewed', mode: 'review', day, ratings, ms: 1, model: 'm' });
    const { stdout } = await me.run('progress relink', [OTHER, moved]);
    expect(stdout).toContain('  asked: no record says what\n  likeliest now: sns-topics\n');
  });

  it('ties an old key to a new one, as an act that undo takes back', async () => {
    const me = new Learner();
    await me.learn([OLD]);
    const { stdout, code } = await me.run(`progress relink ${OLD.key} ${moved.key}`, [moved]);
    expect([code, me.reps(moved.key)]).toEqual([0, 1]);
    const [, id = ''] = /To take it back: study progress undo (\S+)\n/.exec(stdout) ?? [];
    expect((await me.run('review', [moved])).stdout).not.toContain('looks like');
    expect((await me.run(`progress undo ${id}`, [moved])).stdout).toBe(
      `undone ${OLD.key}\nundone ${moved.key}\n`,
    );
    expect(me.reps(moved.key)).toBe(0);
    expect((await me.run('review', [moved])).stdout).not.toContain('looks like');
  });

  it('says what is wrong with keys that cannot be tied', async () => {
    const me = new Learner();
    await me.learn([OLD, OTHER]);
    for (const [words, text] of [
      [`${OTHER.key} ${moved.key}`, `"${OTHER.key}" is still in this course`],
      [`nothing ${moved.key}`, 'There is no progress under "nothing"'],
      [`${OLD.key} sns-topic`, 'There is no card or question "sns-topic" in this course'],
      [OLD.key, 'A link is from the old key of a card or question to its new one'],
      ['--from-course nowhere', 'There is no progress in another course "nowhere"'],
    ] as const) {
      const { code, stderr } = await me.run(`progress relink ${words}`, [OTHER, moved]);
      expect([code, stderr.includes(text)]).toEqual([2, true]);
    }
    await me.run(`progress relink ${OLD.key} ${moved.key}`, [OTHER, moved]);
    const again = await me.run(`progress relink ${OLD.key} ${moved.key}`, [OTHER, moved]);
    expect(again.stderr).toContain('are one already');
  });

  it('says so where nothing is gone', async () => {
    const me = new Learner();
    await me.learn([OTHER]);
    const { stdout, stderr } = await me.run('progress relink', [OTHER]);
    expect(stdout + stderr).toContain('Every card and question with progress is in this course.');
  });
});

describe('a course with another id', () => {
  const named = (id: string, items: readonly Item[] = [OLD, OTHER]): CourseReader => ({
    ...tinyCourse({ items, origin: 'folder' }),
    id,
  });

  it('keeps its progress under either id, if there can be no doubt', async () => {
    const me = new Learner();
    await me.run('review', named('bio'), '', '4', '', '4');
    const { stdout } = await me.run('review', named('biology'));
    expect(stdout).toContain('This course was called bio before: its progress stays\n');
    expect(stdout).toContain('Nothing is due, and nothing is new.');
    expect((await me.run('review', named('bio'))).stdout).toContain('Nothing is due, and nothing is new.');
    expect((await me.run('review', named('biology'))).stdout).not.toContain('was called');
    expect(me.count('course-renamed')).toBe(1);
    const { id = '' } = me.journal.events.find(({ type }) => type === 'course-renamed') ?? {};
    await me.run(`progress undo ${id}`, named('biology'));
    expect((await me.run('review', named('biology'))).stdout).toContain('Review: 0 due, 2 new');
  });

  it('asks where it has progress of its own by now, and never takes that of another course', async () => {
    const me = new Learner();
    await me.run('review', named('bio'), '', '4', '', '4');
    const ratings = [{ item: OTHER.key, rating: 'good', counted: true }] as const;
    clock.pass(24 * 60);
    const day = Math.floor(clock.at / 86_400_000);
    me.journal.add('biology', { type: 'reviewed', mode: 'review', day, ratings, ms: 1, model: 'm' });
    const { stdout } = await me.run('review', named('biology'));
    expect(stdout).toContain(
      '2 cards and questions of the course bio are in this one too: study progress relink --from-course bio\n',
    );
    const tied = await me.run('progress relink --from-course bio', named('biology'));
    expect(tied.stdout).toContain('relinked the course bio: 2 cards and questions with progress now\n');
    const chemistry = named('chemistry', [card('other-card', 'sqs', 'What is a mole?')]);
    expect((await me.run('review', chemistry)).stdout).toContain('Review: 0 due, 1 new');
  });
});
