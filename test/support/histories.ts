/** Random journals for property tests: few items, devices and moments, so that everything meets everything. */
import * as fc from 'fast-check';
import { dateToDay, studyDay } from '../../src/core/base/civil-day.ts';
import { STANDARD_WEIGHTS } from '../../src/core/memory/memory.ts';
import type {
  EventBody,
  ExamBody,
  JournalEvent,
  Rating,
  RatingEffect,
} from '../../src/core/journal/event.ts';
import { RATINGS } from '../../src/core/journal/event.ts';
import type { Progress } from '../../src/core/journal/progress.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** The moment at which the random histories are folded. */
export const NOW = (dateToDay('2026-03-29') ?? 0) * DAY + 12 * HOUR;

export const DEVICES = ['aa', 'bb', 'cc'] as const;
const ITEMS = ['a', 'b', 'c', 'd', 'e~1-0f', '__proto__'];
const COURSES = ['cloud', 'constructor'];

const item = fc.constantFrom(...ITEMS);
const items = fc.uniqueArray(item, { minLength: 1, maxLength: 2 });

/** Offsets on both sides of a change to summer time, and at the ends of the world. */
const tz = fc.constantFrom(0, 60, 120, -480, 840, -720);

/** Mostly the weeks before, sometimes the edges of what counts. */
const at = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: NOW - 6 * DAY, max: NOW }) },
  { weight: 2, arbitrary: fc.integer({ min: NOW, max: NOW + 60 * HOUR }) },
  { weight: 1, arbitrary: fc.constantFrom(0, NOW + 400 * DAY, NOW + 48 * HOUR, NOW + 48 * HOUR + 1) },
);

const ratings = fc.array(
  fc.record(
    {
      item,
      rating: fc.constantFrom<Rating>(...RATINGS),
      counted: fc.integer({ min: 0, max: 4 }).map(n => n > 0),
      wait: fc.integer({ min: 1, max: 30 }),
    },
    { requiredKeys: ['item', 'rating', 'counted'] },
  ),
  { minLength: 1, maxLength: 2 },
);

/** Parameters of learners who forget faster, and slower. */
const WEIGHTS: readonly (readonly number[])[] = [0.5, 2].map(factor =>
  STANDARD_WEIGHTS.map((weight, index) => (index < 4 ? weight * factor : weight)),
);

type Draft =
  | { readonly type: 'undone'; readonly number: number }
  | { readonly type: 'redated'; readonly moves: readonly { readonly number: number; readonly at: number }[] }
  | {
      readonly type: 'exam-ended';
      readonly ratings: readonly RatingEffect[];
      readonly sitting: number;
      readonly used: number;
      readonly early: number;
    }
  | { readonly type: 'exam-moved'; readonly sitting: number; readonly item: string }
  | Exclude<
      EventBody,
      | ExamBody
      | {
          type:
            | 'undone'
            | 'redated'
            | 'reviewed'
            | 'answered'
            | 'buried'
            | 'forecast'
            | 'result'
            | 'read'
            | 'imported';
        }
    >
  | {
      readonly type: 'imported';
      readonly batch: number;
      readonly items: readonly {
        readonly item: string;
        readonly reviews: readonly { readonly ago: number; readonly rating: Rating }[];
        readonly state: { readonly ago: number; readonly interval: number } | null;
        readonly suspended: boolean;
        readonly flagged: boolean;
      }[];
    }
  | {
      readonly type: 'answered';
      readonly ratings: readonly RatingEffect[];
      readonly chosen: number;
      readonly known?: number;
    }
  | { readonly type: 'forecast'; readonly known: number; readonly sitting: number }
  | { readonly type: 'result'; readonly passed: boolean }
  | { readonly type: 'read'; readonly ms: number }
  | Omit<Extract<EventBody, { type: 'reviewed' }>, 'day' | 'model' | 'mode'>
  | Omit<Extract<EventBody, { type: 'buried' }>, 'day'>;

const draft = (size: number): fc.Arbitrary<Draft> =>
  fc.oneof(
    {
      weight: 20,
      arbitrary: fc.record(
        {
          type: fc.constant('reviewed' as const),
          ratings,
          ms: fc.constantFrom(0, 900, 5000, 500_000),
          prompt: fc.constantFrom('what is a', 'what is b'),
          topic: fc.constantFrom('sqs', 'sns'),
          placement: fc.constant(true as const),
        },
        { requiredKeys: ['type', 'ratings', 'ms'] },
      ),
    },
    {
      weight: 6,
      arbitrary: fc.record(
        {
          type: fc.constant('answered' as const),
          ratings,
          chosen: fc.integer({ min: 1, max: 2 }),
          known: fc.nat({ max: 1000 }),
        },
        { requiredKeys: ['type', 'ratings', 'chosen'] },
      ),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('forecast' as const),
        known: fc.nat({ max: 10_000 }),
        sitting: fc.nat({ max: 2 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ type: fc.constant('result' as const), passed: fc.boolean() }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ type: fc.constant('read' as const), ms: fc.constantFrom(0, 60_000) }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ type: fc.constant('undone' as const), number: fc.nat({ max: size + 3 }) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('redated' as const),
        moves: fc.array(fc.record({ number: fc.nat({ max: size + 3 }), at }), { minLength: 1, maxLength: 4 }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        type: fc.constant('exam-ended' as const),
        ratings,
        sitting: fc.nat({ max: 2 }),
        used: fc.constantFrom(0, 60_000, 9_000_000),
        early: fc.nat({ max: 5 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('exam-moved' as const),
        sitting: fc.nat({ max: 2 }),
        item,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        type: fc.constantFrom('suspended' as const, 'buried' as const),
        items,
        value: fc.boolean(),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('flagged' as const),
        items,
        value: fc.boolean(),
        note: fc.constant(''),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record(
        {
          type: fc.constant('relinked' as const),
          from: item,
          to: item,
          prompt: fc.constantFrom('what is a', 'what is c'),
          chosen: fc.constant(true as const),
        },
        { requiredKeys: ['type', 'from', 'to'] },
      ),
    },
    { weight: 2, arbitrary: fc.record({ type: fc.constant('separated' as const), item }) },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('course-renamed' as const),
        from: fc.constantFrom('cloud', 'constructor', 'elsewhere'),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        type: fc.constant('configured' as const),
        settings: fc.record(
          {
            desiredRetention: fc.constantFrom(0.8, 0.9, 0.95),
            learningSteps: fc.constantFrom([], [1, 10], [5, 60, 1440]),
            relearningSteps: fc.constantFrom([], [10]),
            newPerDay: fc.nat({ max: 30 }),
          },
          { requiredKeys: [] },
        ),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ type: fc.constant('reset' as const), items: fc.option(items, { freq: 3 }) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('fitted' as const),
        weights: fc.constantFrom(...WEIGHTS),
        reviews: fc.constant(400),
        before: fc.constant(1),
        after: fc.constant(0),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        type: fc.constant('imported' as const),
        batch: fc.nat({ max: 2 }),
        items: fc.uniqueArray(
          fc.record({
            item,
            reviews: fc.array(
              fc.record({
                ago: fc.oneof(fc.integer({ min: 0, max: 8 * 24 }), fc.constantFrom(1, 24, 30_000, 400_000)),
                rating: fc.constantFrom<Rating>(...RATINGS),
              }),
              { maxLength: 5 },
            ),
            state: fc.option(
              fc.record({ ago: fc.nat({ max: 40 }), interval: fc.constantFrom(0, 1, 12, 4000) }),
              { freq: 2 },
            ),
            suspended: fc.integer({ min: 0, max: 4 }).map(n => n === 0),
            flagged: fc.integer({ min: 0, max: 4 }).map(n => n === 0),
          }),
          { minLength: 1, maxLength: 3, selector: ({ item }) => item },
        ),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('excluded' as const),
        device: fc.constantFrom(...DEVICES),
        value: fc.boolean(),
      }),
    },
  );

const complete = (body: Draft, at: number, day: number, ids: readonly string[]): EventBody => {
  switch (body.type) {
    case 'undone':
      // Past the ids lie sittings and imports.
      return { type: 'undone', target: ids[body.number] ?? `zz-${body.number % 3}` };
    case 'redated':
      return {
        type: 'redated',
        records: body.moves.map(({ number, at }) => ({
          id: ids[number] ?? `zz-${number}`,
          at,
          day: Math.floor(at / DAY),
        })),
      };
    case 'imported':
      return {
        type: 'imported',
        batch: `zz-${body.batch}`,
        source: 'Anki',
        items: body.items.map(({ item, reviews, state, suspended, flagged }) => ({
          item,
          reviews: reviews
            .map(({ ago, rating }) => [Math.max(0, at - ago * HOUR), rating] as const)
            .sort(([a], [b]) => a - b)
            .map(([moment, rating]) => [moment, Math.floor(moment / DAY), rating, 0] as const),
          ...(state === null
            ? {}
            : {
                state: {
                  day: Math.max(0, day - state.ago),
                  dueDay: Math.max(0, day - state.ago) + state.interval,
                  stability: 1 + state.interval,
                  difficulty: 5,
                },
              }),
          ...(suspended ? { suspended } : {}),
          ...(flagged ? { flagged } : {}),
        })),
      };
    case 'reviewed':
      return { ...body, mode: 'review', day, model: 'm' };
    case 'buried':
      return { ...body, day };
    case 'answered': {
      const { chosen, ...rest } = body;
      return {
        ...rest,
        mode: chosen === 1 ? 'review' : 'quiz',
        day,
        verdict: 'correct',
        response: { kind: 'options', chosen: Array.from({ length: chosen }, (_, index) => `o${index}`) },
        question: 'q',
        ms: 1000 * chosen,
        confidence: null,
        seed: null,
        model: 'm',
      };
    }
    case 'forecast':
      return {
        type: 'forecast',
        exam: 'x',
        model: 'm',
        day,
        examDay: day + 7,
        sitting: body.sitting === 2 ? null : `zz-${body.sitting}`,
        full: true,
        questions: 10,
        known: body.known,
        spread: 100,
        score: 5000,
        low: 4000,
        high: 6000,
        chance: 5000,
        aim: 5000,
      };
    case 'result':
      return { ...body, exam: 'x', day, points: null };
    case 'read':
      return { ...body, topic: 't', day };
    case 'exam-ended': {
      const { early, ...rest } = body;
      const sitting = `zz-${body.sitting}`;
      return { ...rest, sitting, day: Math.max(0, day - early), reason: 'submitted', ms: 0, model: 'm' };
    }
    case 'exam-moved':
      return { ...body, sitting: `zz-${body.sitting}`, used: 0, ms: 0 };
    default:
      return body;
  }
};

interface HistoryOptions {
  /** Ids grow with the logical clock, as the program's own do. */
  readonly grow?: boolean;
  readonly maxLength?: number;
  readonly devices?: readonly string[];
}

/** Distinct, well-formed events of several devices and courses, in no order. */
export const histories = ({
  maxLength = 40,
  devices = DEVICES,
  grow = false,
}: HistoryOptions = {}): fc.Arbitrary<readonly JournalEvent[]> =>
  fc
    .array(
      fc.record({
        body: draft(maxLength),
        device: fc.constantFrom(...devices),
        course: fc.constantFrom('cloud', 'cloud', 'cloud', ...COURSES),
        at,
        tz,
        // Most clocks run with the moment, some ahead of it, and ties are common.
        lead: fc.oneof(
          { weight: 6, arbitrary: fc.constantFrom(0, 0, 1) },
          fc.integer({ min: 0, max: 30 * HOUR }),
          { weight: 1, arbitrary: fc.constantFrom(49 * HOUR, 80 * HOUR) },
        ),
        coarse: fc.boolean(),
        // What a device with a wrong clock has seen.
        ahead: fc.oneof(
          { weight: 12, arbitrary: fc.constant(0) },
          fc.constantFrom(HOUR, 49 * HOUR, 90 * HOUR, 500 * HOUR),
        ),
        salt: fc.integer({ min: 0, max: 35 }),
      }),
      { maxLength },
    )
    .map(drafts => {
      // Ids grow with the logical clock as the program's own do, or not at all.
      const ids = drafts.map(
        ({ device, salt, at, lead }, number) =>
          `${device}-${grow ? (at + lead).toString(36).padStart(9, '0') : ''}${salt.toString(36)}${number.toString(36)}`,
      );
      return drafts.map(({ body, course, at, tz, lead, coarse, ahead }, number): JournalEvent => {
        const moment = coarse ? at - (at % (6 * HOUR)) : at;
        const day = Math.max(0, studyDay(moment, tz, 4));
        return {
          v: 1,
          id: ids[number] ?? '',
          lc: moment + lead,
          at: moment,
          tz,
          course,
          ...(ahead === 0 ? {} : { seen: moment + ahead }),
          ...complete(body, moment, day, ids),
        };
      });
    });

/** Progress as plain data, to be compared: the order of its maps does not matter. */
export const plainProgress = (progress: Progress): unknown => ({
  ...progress,
  items: [...progress.items].sort(([a], [b]) => (a < b ? -1 : 1)),
  families: [...progress.families].sort(([a], [b]) => (a < b ? -1 : 1)),
  separated: [...progress.separated].sort(([a], [b]) => (a < b ? -1 : 1)),
  prompts: [...progress.prompts].sort(([a], [b]) => (a < b ? -1 : 1)),
  refusedLinks: [...progress.refusedLinks].sort(),
});
