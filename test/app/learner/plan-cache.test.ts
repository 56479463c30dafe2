import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PlanSource } from '../../../src/app/learner/plan-cache.ts';
import { outlookOf } from '../../../src/app/learner/outlook.ts';
import { changeSettings } from '../../../src/app/learner/set-up.ts';
import { loadToday, readinessBy, readinessToday, rememberPlan } from '../../../src/app/learner/plan-cache.ts';
import type { CourseReader, Item } from '../../../src/core/course/course.ts';
import { openJournal } from '../../../src/store/journal/journal.ts';
import { readFigures } from '../../../src/store/snapshot/plan-figures.ts';
import { examBlueprint, serves } from '../../support/exam-course.ts';
import { reviewed, withHome } from '../../support/homes.ts';
import type { TestHome } from '../../support/homes.ts';
import { card, choice, tinyCourse } from '../../support/tiny-course.ts';

const ITEMS: readonly Item[] = ['a', 'b', 'c', 'd'].flatMap(topic => [
  ...Array.from({ length: 12 }, (_, n): Item => card(`${topic}-c${n}`, topic)),
  ...[1, 2].map((n): Item => choice(`${topic}-q${n}`, undefined, { topic, tasks: serves('1.1') })),
]);
const COURSE = tinyCourse({ items: ITEMS, blueprints: [examBlueprint([60, 40], 4, 0)] });
const DAY = 20_780;
const NOW = DAY * 86_400_000 + 10 * 3_600_000;

interface World extends PlanSource {
  /** How often the items of the course were looked at: nothing is worked out without that. */
  looks: number;
  answer(item: string): void;
}

const worldIn = (home: TestHome, version = 'v1'): World => {
  const journal = openJournal(home.journal(NOW));
  const world: World = {
    looks: 0,
    journal,
    runtime: { paths: home.paths, version: '1' },
    course: new Proxy(COURSE, {
      get: (target, name) => {
        if (name === 'items') world.looks++;
        return name === 'version' ? version : (target[name as keyof CourseReader] as unknown);
      },
    }),
    answer: item => void journal.append('tiny', reviewed(item, DAY)),
  };
  return world;
};

const study = (world: World): void => {
  world.journal.append('tiny', {
    type: 'configured',
    settings: { exam: 'mock', examDate: '2026-12-12', minutesPerDay: 30 },
  });
  for (let n = 0; n < 7; n++) for (const topic of ['a', 'b', 'c']) world.answer(`${topic}-c${n}`);
};

describe('figures of the plan', () => {
  it('are the same for screens, lines and the first page, from one place', () =>
    withHome(home => {
      study(worldIn(home));
      const screens = worldIn(home);
      const outlook = outlookOf({ ...screens, day: DAY });
      const figures = outlook.readiness;
      const left = outlook.today();
      const [stored] = readFigures(home.paths.cache);
      expect(stored?.value).toEqual({ readiness: figures, load: left });
      const first = worldIn(home);
      expect(readinessToday(first, { day: DAY })).toEqual(figures);
      expect(first.looks).toBe(0);
      const { plan } = outlookOf({ ...worldIn(home), day: DAY });
      if (plan === null || figures === null) throw new Error('no plan');
      expect(readinessBy(worldIn(home), plan)).toEqual(figures);
    }));

  it('on screens are others once an older record of another device has arrived', () =>
    withHome(home => {
      study(worldIn(home));
      const world = worldIn(home);
      const before = outlookOf({ ...world, day: DAY });
      expect(outlookOf({ ...world, day: DAY })).toBe(before);
      const attempts = before.readiness?.basis.attempts ?? 0;
      const event = { v: 1, id: 'other-1', lc: 1, at: NOW - 1000, tz: 0, course: 'tiny' };
      home.add('other.jsonl', `${JSON.stringify({ ...event, ...reviewed('d-c2', DAY) })}\n`);
      world.journal.refresh();
      const after = outlookOf({ ...world, day: DAY });
      expect(after.readiness?.basis.attempts).toBe(attempts + 1);
    }));

  it('what is only tried out is never kept', () =>
    withHome(home => {
      study(worldIn(home));
      const world = worldIn(home);
      const real = outlookOf({ ...world, day: DAY }).readiness;
      const tried = outlookOf({ ...world, day: DAY }).withMinutes(90).readiness;
      expect(tried?.minutesPerDay).toBe(90);
      expect(readinessToday(worldIn(home), { day: DAY })).toEqual(real);
    }));

  it('with other minutes that are tried are those that follow once they are kept', () =>
    withHome(home => {
      const world = worldIn(home);
      study(world);
      const before = outlookOf({ ...world, day: DAY });
      const tried = before.withMinutes(90);
      const figures = { readiness: tried.readiness, days: tried.days };
      expect(figures.days).not.toEqual(before.days);
      changeSettings({ ...world, today: DAY }, { minutesPerDay: 90 });
      const { readiness, days } = outlookOf({ ...world, day: DAY });
      expect(figures).toEqual({ readiness, days });
    }));

  it('are worked out once for a study day', () =>
    withHome(home => {
      study(worldIn(home));
      const first = worldIn(home);
      const figures = [readinessToday(first, { day: DAY }), loadToday(first, { day: DAY })];
      const again = worldIn(home);
      expect([readinessToday(again, { day: DAY }), loadToday(again, { day: DAY })]).toEqual(figures);
      expect([first.looks > 0, again.looks]).toEqual([true, 0]);
      expect(figures[0]).toMatchObject({ basis: { attempts: 21 } });
    }));

  it.each<readonly [string, (home: TestHome) => readonly [World, number]]>([
    ['the next day', home => [worldIn(home), DAY + 1]],
    ['the course has changed', home => [worldIn(home, 'v2'), DAY]],
    [
      'something was answered',
      home => {
        worldIn(home).answer('d-c1');
        return [worldIn(home), DAY];
      },
    ],
    [
      'another device has answered',
      home => {
        const event = { v: 1, id: 'other-1', lc: NOW, at: NOW, tz: 0, course: 'tiny' };
        home.add('other.jsonl', `${JSON.stringify({ ...event, ...reviewed('d-c2', DAY) })}\n`);
        return [worldIn(home), DAY];
      },
    ],
  ])('are worked out anew when %s', (_, change) =>
    withHome(home => {
      study(worldIn(home));
      readinessToday(worldIn(home), { day: DAY });
      const [world, day] = change(home);
      readinessToday(world, { day });
      expect(world.looks).toBeGreaterThan(0);
    }),
  );

  it('of today and tomorrow are left behind by a session that ends', () =>
    withHome(home => {
      const world = worldIn(home);
      study(world);
      rememberPlan(world, { day: DAY });
      const next = worldIn(home);
      for (const day of [DAY, DAY + 1])
        expect([readinessToday(next, { day }), loadToday(next, { day })]).not.toContain(null);
      expect(next.looks).toBe(0);
      rememberPlan(next, { day: DAY });
      expect(next.looks).toBe(0);
    }));

  it('are worked out where the file is damaged, or nothing can be written', () =>
    withHome(home => {
      const world = worldIn(home);
      study(world);
      const figures = readinessToday(world, { day: DAY });
      const file = join(home.paths.cache, 'plan.json');
      appendFileSync(file, ' ');
      expect(readFigures(home.paths.cache)).toEqual([]);
      expect(readinessToday(worldIn(home), { day: DAY })).toEqual(figures);
      rmSync(home.paths.cache, { recursive: true });
      writeFileSync(home.paths.cache, '');
      expect(readinessToday(worldIn(home), { day: DAY })).toEqual(figures);
    }));
});
