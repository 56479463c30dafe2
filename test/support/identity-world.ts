/** Courses that change and devices that learn from them, with a record of which item is which whatever its key. */
import * as fc from 'fast-check';
import { expect } from 'vitest';
import { relinkItems } from '../../src/app/relink/relink-by-hand.ts';
import { relinkCourse } from '../../src/app/relink/relink-course.ts';
import type { CourseReader, FixedQuestion, Item } from '../../src/core/course/course.ts';
import { questionFingerprint, textKey } from '../../src/core/course/keys.ts';
import { reportOrphans } from '../../src/core/relink/orphan-report.ts';
import { promptFields } from '../../src/core/relink/prompts.ts';
import type { Device } from './devices.ts';
import { makeDevice } from './devices.ts';
import { relinkAsFirst, reviewAsFirst } from './first-version.ts';
import { card, choice, tinyCourse } from './tiny-course.ts';

const START = Date.parse('2026-11-21T10:00:00Z');
const DAY = 86_400_000;

/** A card or question in one revision of the course, under a number that stays. */
interface State {
  readonly topic: string;
  /** Which wording its text has. */
  readonly wording: number;
  /** Its written id; `null`: its key is made from its text. */
  readonly id: string | null;
}

type Revision = readonly State[];

/** Of one card no two wordings differ in more than a word; of two cards none has a word in common. */
const TEXTS = [
  'which membrane protein carries glucose molecules across against their gradient',
  'why does every mitochondrion keep so much circular genome inside matrix',
  'how long stays messenger transcript stable within human liver tissue',
];
const WORDINGS = ['', ' usually', ' today', ' mostly'];
const QUESTION = 3;

const frontOf = (number: number, { wording }: State): string =>
  `${TEXTS[number] ?? ''}${WORDINGS[wording] ?? ''}?`;

const keyOf = (number: number, state: State): string =>
  state.id ?? textKey(state.topic, frontOf(number, state));

const itemOf = (number: number, state: State): Item =>
  number === QUESTION
    ? choice(keyOf(number, state), undefined, { topic: state.topic, stem: 'What do ribosomes assemble?' })
    : card(keyOf(number, state), state.topic, frontOf(number, state));

const courseOf = (revision: Revision): CourseReader =>
  tinyCourse({
    items: revision.map((state, number) => itemOf(number, state)),
    topics: ['cells', 'genes', 'organs'],
    origin: 'folder',
  });

const FIRST: Revision = [
  { topic: 'cells', wording: 0, id: null },
  { topic: 'cells', wording: 0, id: null },
  { topic: 'genes', wording: 0, id: 'c-a' },
  { topic: 'genes', wording: 0, id: 'q-a' },
];

/** One change of the course: of one item, or back to how it all was before. */
type Edit =
  | { readonly type: 'edit'; readonly number: number; readonly wording: number }
  | { readonly type: 'move'; readonly number: number; readonly topic: string }
  | { readonly type: 'id'; readonly number: number; readonly id: 'a' | 'b' | null }
  | { readonly type: 'revert'; readonly back: number };

const number = fc.nat({ max: 3 });

const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ type: fc.constant('edit' as const), number, wording: fc.nat({ max: 3 }) }),
  fc.record({
    type: fc.constant('move' as const),
    number,
    topic: fc.constantFrom('cells', 'genes', 'organs'),
  }),
  fc.record({
    type: fc.constant('id' as const),
    number,
    id: fc.constantFrom('a' as const, 'b' as const, null),
  }),
  fc.record({ type: fc.constant('revert' as const), back: fc.nat({ max: 4 }) }),
);

const change = (history: readonly Revision[], edit: Edit): Revision => {
  const latest = history.at(-1) ?? FIRST;
  if (edit.type === 'revert') return history.at(-1 - edit.back) ?? FIRST;
  return latest.map((state, each) => {
    if (each !== edit.number) return state;
    switch (edit.type) {
      case 'edit':
        return { ...state, wording: edit.wording };
      case 'move':
        return { ...state, topic: edit.topic };
      case 'id': {
        const letter = each === QUESTION ? (edit.id ?? 'a') : edit.id;
        return { ...state, id: letter === null ? null : `${'xyzq'[each] ?? ''}-${letter}` };
      }
    }
  });
};

/** A device, and the revision of the course that it has pulled. */
interface Laptop {
  readonly device: Device;
  readonly version: 'today' | 'first';
  revision: number;
}

type Step =
  | { readonly type: 'change'; readonly edit: Edit }
  | { readonly type: 'pull'; readonly laptop: number }
  | { readonly type: 'session'; readonly laptop: number; readonly items: readonly number[] }
  | { readonly type: 'merge'; readonly from: number; readonly to: number };

const isOne = (a: string, b: string): boolean => a.split(' ')[1] === b.split(' ')[1];

class World {
  readonly history: Revision[] = [FIRST];
  readonly laptops: readonly Laptop[];
  /** Reviews by item, of all devices. */
  readonly reviews = [0, 0, 0, 0];
  /** Links that the learner had to make by hand. */
  byHand = 0;
  #at = START;

  constructor(versions: readonly Laptop['version'][]) {
    this.laptops = versions.map((version, index) => ({
      device: makeDevice(`d${index}`, () => this.#at),
      version,
      revision: 0,
    }));
  }

  take(step: Step): void {
    this.#at += 61 * 60_000;
    if (step.type === 'change') this.history.push(change(this.history, step.edit));
    else if (step.type === 'merge')
      this.#laptop(step.to).device.receive(this.#laptop(step.from).device.events);
    else if (step.type === 'pull') this.#laptop(step.laptop).revision = this.history.length - 1;
    else this.session(this.#laptop(step.laptop), step.items);
  }

  #laptop(index: number): Laptop {
    return this.laptops[index % this.laptops.length] as Laptop;
  }

  revisionOf({ revision }: Laptop): Revision {
    return this.history[revision] ?? FIRST;
  }

  session(laptop: Laptop, items: readonly number[]): void {
    const { device } = laptop;
    const revision = this.revisionOf(laptop);
    const course = courseOf(revision);
    const isFirst = laptop.version === 'first';
    if (isFirst) relinkAsFirst(course, device, isOne);
    else this.relink(laptop);
    for (const item of items) {
      const key = keyOf(item, revision[item] as State);
      if (item === QUESTION) this.#answer(course, device, key, isFirst);
      else if (isFirst) reviewAsFirst(course, device, key, this.#day());
      else this.#review(course, device, key);
      this.reviews[item] = (this.reviews[item] ?? 0) + 1;
    }
  }

  /** The start of a session; the learner ties what the program only has a guess for. Gives how many were said. */
  relink(laptop: Laptop): number {
    const { device } = laptop;
    const revision = this.revisionOf(laptop);
    const course = courseOf(revision);
    const { relinks, unsure } = relinkCourse(course, device);
    for (const { from, to } of relinks) expect(this.#numberOf(from)).toBe(this.#numberOf(to));
    const count = device.events.length;
    expect(relinkCourse(course, device)).toMatchObject({ relinks: [], unsure });
    expect(device.events).toHaveLength(count);
    for (const { item, likely } of reportOrphans(course, device.progress('tiny'))) {
      // What no record tells the text of is known by its key alone: the learner knows better.
      const known = this.#numberOf(item);
      const to = keyOf(known, revision[known] as State);
      if (device.progress('tiny').prompts.has(item)) expect(likely?.item).toBe(to);
      relinkItems(course, device, item, to);
      this.byHand++;
    }
    return unsure;
  }

  /** Which item a key ever belonged to. */
  #numberOf(key: string): number {
    for (const revision of this.history)
      for (const [each, state] of revision.entries()) if (keyOf(each, state) === key) return each;
    throw new Error(`no item ever had the key ${key}`);
  }

  #day(): number {
    return Math.floor(this.#at / DAY);
  }

  #review(course: CourseReader, device: Device, key: string): void {
    const item = course.item(key) as Item;
    device.append('tiny', {
      type: 'reviewed',
      mode: 'review',
      day: this.#day(),
      ratings: [{ item: key, rating: 'good', counted: true }],
      ms: 1000,
      model: 'm',
      ...promptFields(item, device.progress('tiny')),
    });
  }

  #answer(course: CourseReader, device: Device, key: string, isFirst: boolean): void {
    const item = course.item(key) as Item;
    device.append('tiny', {
      type: 'answered',
      mode: 'quiz',
      day: this.#day(),
      ratings: [{ item: key, rating: 'good', counted: true }],
      verdict: 'correct',
      response: { kind: 'boolean', value: true },
      question: questionFingerprint(item as FixedQuestion),
      ms: 1000,
      confidence: null,
      seed: null,
      model: 'm',
      ...(isFirst ? {} : promptFields(item, device.progress('tiny'))),
    });
  }

  /** Reviews that count for each item on a device. */
  counted(laptop: Laptop): readonly number[] {
    const progress = laptop.device.progress('tiny');
    return this.revisionOf(laptop).map((state, each) => progress.items.get(keyOf(each, state))?.reps ?? 0);
  }
}

const laptop = fc.nat({ max: 1 });

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ type: fc.constant('change' as const), edit: edits }) },
    { weight: 3, arbitrary: fc.record({ type: fc.constant('pull' as const), laptop }) },
    {
      weight: 4,
      arbitrary: fc.record({
        type: fc.constant('session' as const),
        laptop,
        items: fc.subarray([0, 1, 2, 3]),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ type: fc.constant('merge' as const), from: laptop, to: laptop }),
    },
  ),
  { minLength: 4, maxLength: 40 },
);

/** Every item, as sessions name them. */
const EVERY: readonly number[] = [0, 1, 2, 3];

/** One device that sees every change: each is followed, or the session says that it was not. */
export const followsEveryChange = (runs: number): void =>
  fc.assert(
    fc.property(
      fc.array(fc.record({ edit: edits, items: fc.subarray([...EVERY]) }), { maxLength: 20 }),
      list => {
        const world = new World(['today']);
        const [only] = world.laptops as [Laptop];
        world.session(only, EVERY);
        for (const { edit, items } of list) {
          world.take({ type: 'change', edit });
          world.take({ type: 'pull', laptop: 0 });
          const before = world.byHand;
          const said = world.relink(only);
          expect(said).toBeGreaterThanOrEqual(world.byHand - before);
          expect(world.counted(only)).toEqual(world.reviews);
          world.session(only, items);
        }
      },
    ),
    { numRuns: runs },
  );

/** Two devices that pull and merge as they like: in the end both know everything, at every revision. */
export const isOneAndWhole = (versions: readonly Laptop['version'][], runs: number): void =>
  fc.assert(
    fc.property(steps, fc.boolean(), (list, turned) => {
      const world = new World(versions);
      for (const step of list) world.take(step);
      const [one, two] = (turned ? world.laptops.toReversed() : world.laptops) as [Laptop, Laptop];
      two.device.receive(one.device.events);
      one.device.receive(two.device.events);
      for (const each of [one, two]) {
        if (each.version === 'first') continue;
        world.relink(each);
        expect(world.counted(each)).toEqual(world.reviews);
      }
      // And once both have everything that was said since.
      one.device.receive(two.device.events);
      two.device.receive(one.device.events);
      const latest = one.version === 'first' ? two : one;
      for (const revision of world.history.keys()) {
        latest.revision = revision;
        world.relink(latest);
        expect(world.counted(latest)).toEqual(world.reviews);
      }
    }),
    { numRuns: runs },
  );
