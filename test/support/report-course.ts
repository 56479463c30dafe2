/** A tiny course and progress for what sums them up: two topics, two domains, one card, three questions. */
import { NO_GLOSSARY } from '../../src/core/course/glossary.ts';
import { makeMoment } from '../../src/core/base/civil-day.ts';
import type { Blueprint, CourseReader, ItemEntry, TopicEntry } from '../../src/core/course/course.ts';
import type { DayTotals, ItemProgress, Progress } from '../../src/core/journal/progress.ts';
import { UNSEEN } from '../../src/core/memory/schedule.ts';
import { NO_STUDY } from '../../src/core/journal/progress.ts';
import { DEFAULT_SETTINGS } from '../../src/core/journal/settings.ts';

const DAY = 86_400_000;
export const TODAY = 20_778; // 2026-11-21
export const NOON = makeMoment(TODAY * DAY + DAY / 2, 0, 4);

export const topic = (id: string, tasks: readonly string[]): TopicEntry => ({
  id,
  title: id,
  area: 'area',
  path: `content/area/${id}.md`,
  aliases: [],
  exams: [{ blueprint: 'dva', tasks }],
  checked: '2026-11-21',
  calculators: [],
  sections: [],
  cards: 0,
  questions: 0,
});

export const entry = (
  key: string,
  kind: ItemEntry['kind'],
  topicId: string,
  tasks: readonly string[] = [],
): ItemEntry => ({
  key,
  type: kind === 'basic' || kind === 'cloze' ? 'card' : 'question',
  kind,
  topic: topicId,
  section: '',
  family: key,
  level: null,
  tasks: tasks.length === 0 ? [] : [{ blueprint: 'dva', tasks }],
  template: false,
});

export const blueprint = (id: string, more: Partial<Blueprint> = {}): Blueprint => ({
  id,
  title: id,
  path: `questions/exams/${id}.yaml`,
  questions: { scored: 50, unscored: 15 },
  minutes: 130,
  aim: 80,
  valid: {},
  kinds: ['single'],
  provisional: false,
  domains: [
    { id: '1', title: 'Build', weight: 60, tasks: [{ id: '1.1', title: 'one' }] },
    { id: '2', title: 'Secure', weight: 40, tasks: [{ id: '2.1', title: 'two' }] },
  ],
  sources: [],
  checked: '2026-11-21',
  ...more,
});

export const course = (more: Partial<CourseReader> = {}): CourseReader => ({
  glossary: () => NO_GLOSSARY,
  id: 'cloud',
  hasId: true,
  title: 'Cloud',
  blueprint: 'dva',
  root: null,
  calculators: ['all'],
  origin: 'shipped',
  version: '1',
  topics: [topic('sqs', ['1.1']), topic('kms', ['2'])],
  items: [
    entry('sqs-card', 'basic', 'sqs'),
    entry('sqs-single', 'single', 'sqs', ['1.1']),
    entry('kms-flag', 'true-false', 'kms', ['2.1']),
    entry('kms-pair', 'multiple', 'kms', ['2']),
  ],
  blueprints: [blueprint('dva')],
  problems: [],
  renames: [],
  twins: [],
  cleanTopics: new Set(),
  has: () => false,
  entry: () => undefined,
  item: () => undefined,
  note: () => undefined,
  ownCalculators: [],
  tags: () => new Map(),
  searchDocuments: () => [],
  searchWords: () => [],
  whole: () => {
    throw new Error('not needed');
  },
  ...more,
});

export const reviewed = (more: Partial<ItemProgress> = {}): ItemProgress => ({
  ...UNSEEN,
  state: 'review',
  stability: 10,
  difficulty: 5,
  dueDay: TODAY,
  lastDay: TODAY - 10,
  lastAt: NOON.at - 10 * DAY,
  attemptDay: TODAY - 10,
  firstDay: TODAY - 20,
  lastRating: 'good',
  reps: 3,
  ...more,
});

export const totals = (day: number, more: Partial<DayTotals> = {}): DayTotals => ({
  day,
  answers: 10,
  introduced: 0,
  reviews: 0,
  retained: 0,
  matureReviews: 0,
  matureRetained: 0,
  ratings: [0, 0, 0, 0],
  ms: 100_000,
  ...more,
});

export const progress = (
  items: readonly (readonly [string, ItemProgress])[],
  more: Partial<Progress> = {},
): Progress => ({
  course: 'cloud',
  settings: DEFAULT_SETTINGS,
  items: new Map(items),
  days: [],
  stability: [],
  families: new Map(),
  separated: new Map(),
  linked: [],
  study: NO_STUDY,
  undoable: [],
  clock: 0,
  prompts: new Map(),
  refusedLinks: new Set(),
  ...more,
});
