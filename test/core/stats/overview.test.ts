import { describe, expect, it } from 'vitest';
import { currentBlueprint, domainsOf, itemsByDomain } from '../../../src/core/course/domains.ts';
import { masteryOf } from '../../../src/core/memory/mastery.ts';
import { overviewOf, streakOf } from '../../../src/core/stats/overview.ts';
import { retrievability } from '../../../src/core/memory/schedule.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/journal/settings.ts';
import { blueprint, course, NOON, progress, reviewed, TODAY, totals } from '../../support/report-course.ts';

describe('domains of a blueprint', () => {
  it('are named by their own id or by a task of theirs, and only for that blueprint', () => {
    const dva = blueprint('dva');
    const ids = (tasks: readonly string[], of = 'dva'): readonly string[] =>
      domainsOf(dva, [{ blueprint: of, tasks }]).map(domain => domain.id);
    expect(ids(['1.1'])).toEqual(['1']);
    expect(ids(['2'])).toEqual(['2']);
    expect(ids(['2.1', '1'])).toEqual(['1', '2']);
    expect(ids(['9.9'])).toEqual([]);
    expect(ids(['1.1'], 'saa')).toEqual([]);
  });

  it('hold a question by its tags and a card by those of its topic', () => {
    const byDomain = itemsByDomain(course(), blueprint('dva'));
    expect(byDomain.get('1')?.map(item => item.key)).toEqual(['sqs-card', 'sqs-single']);
    expect(byDomain.get('2')?.map(item => item.key)).toEqual(['kms-flag', 'kms-pair']);
  });
});

describe('the exam a learner prepares for', () => {
  const old = blueprint('dva', { valid: { to: '2026-11-30' }, successor: 'next' });
  const two = course({ blueprints: [old, blueprint('next')] });

  it.each([
    ['', '', '2026-11-21', 'dva'],
    ['', '', '2026-12-01', 'next'],
    ['', '2026-12-15', '2026-11-21', 'next'],
    ['', '2026-11-30', '2026-11-21', 'dva'],
    ['dva', '2026-12-15', '2026-12-01', 'dva'],
  ])('with exam "%s" on "%s", asked on %s, is %s', (exam, examDate, today, id) => {
    expect(currentBlueprint(two, { exam, examDate }, today)?.id).toBe(id);
  });

  it('stays the old one where the successor is missing, and ends where successors run in a circle', () => {
    const settings = { exam: '', examDate: '' };
    expect(currentBlueprint(course({ blueprints: [old] }), settings, '2026-12-24')?.id).toBe('dva');
    const circle = blueprint('next', { valid: { to: '2026-11-30' }, successor: 'dva' });
    expect(currentBlueprint(course({ blueprints: [old, circle] }), settings, '2026-12-24')).toBeDefined();
  });

  it('is none in a course without blueprints', () => {
    expect(
      currentBlueprint(course({ blueprints: [] }), { exam: '', examDate: '' }, '2026-12-24'),
    ).toBeUndefined();
  });
});

describe('mastery', () => {
  it('counts an item never seen as nothing, and recall only what was seen', () => {
    const known = reviewed();
    const share = retrievability(known, TODAY);
    const mastery = masteryOf(course().items.slice(0, 2), progress([['sqs-card', known]]), TODAY);
    expect(mastery).toEqual({ items: 2, seen: 1, recall: share, mastery: share / 2, knownNow: share / 2 });
    expect(share).toBeGreaterThan(0.85);
  });

  it('knows nothing now of what was wrong at its last try, however likely it is to be recalled', () => {
    const missed = { ...reviewed(), misses: 1 };
    const { mastery, knownNow } = masteryOf(
      course().items.slice(0, 1),
      progress([['sqs-card', missed]]),
      TODAY,
    );
    expect(mastery).toBeGreaterThan(0.85);
    expect(knownNow).toBe(0);
  });

  it('of nothing is nothing', () => {
    expect(masteryOf([], progress([]), TODAY)).toEqual({
      items: 0,
      seen: 0,
      recall: 0,
      mastery: 0,
      knownNow: 0,
    });
  });
});

describe('today', () => {
  it('counts what is due, what is new, what is set aside', () => {
    const items = [
      ['sqs-card', reviewed()],
      ['sqs-single', reviewed({ dueDay: TODAY + 3 })],
      ['kms-flag', reviewed({ suspended: true })],
    ] as const;
    const { counts, weakest } = overviewOf(course(), progress(items), NOON);
    expect(counts).toEqual({ due: 1, learning: 0, new: 1, later: 1, suspended: 1, buried: 0, leeches: 0 });
    expect(weakest.map(({ topic: { id } }) => id)).toEqual(['sqs', 'kms']);
  });

  it('allows as many new items as the daily limit leaves, and as there are', () => {
    const limited = {
      settings: { ...DEFAULT_SETTINGS, newPerDay: 3 },
      days: [totals(TODAY, { introduced: 1 })],
    };
    expect(overviewOf(course(), progress([], limited), NOON).newToday).toBe(2);
    expect(overviewOf(course(), progress([]), NOON).newToday).toBe(4);
    const used = { days: [totals(TODAY, { introduced: 25 })] };
    expect(overviewOf(course(), progress([], used), NOON).newToday).toBe(0);
  });

  it('says nothing of how ready one is before anything was studied, and no figure after one answer', () => {
    expect(overviewOf(course(), progress([]), NOON).exam?.readiness).toBeNull();
    const { readiness } = overviewOf(course(), progress([['sqs-card', reviewed()]]), NOON).exam ?? {};
    expect(readiness?.today).toBeNull();
    expect(readiness?.projected).toBeNull();
  });
});

describe('the streak', () => {
  it.each([
    ['nothing', [], 0],
    ['today alone', [0], 1],
    ['yesterday alone', [1], 1],
    ['three days in a row', [2, 1, 0], 3],
    ['a gap yesterday', [3, 2, 0], 1],
    ['a gap of two days', [3, 2], 0],
  ])('after %s', (_case, ago, streak) => {
    const days = ago.map(back => totals(TODAY - back));
    expect(streakOf(days, TODAY)).toBe(streak);
  });

  it('is not kept by a day on which only settings changed', () => {
    expect(streakOf([totals(TODAY, { answers: 0 })], TODAY)).toBe(0);
  });
});
