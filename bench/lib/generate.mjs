/** Courses and journals of any size, the same in every run. Written as streams: they may not fit in memory. */
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { dirname, join } from 'node:path';

const DAY = 86_400_000;

/** mulberry32, a public-domain generator: no two runs differ. */
const makeRandom = seed => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
};

const WORDS =
  'queue message consumer producer stream shard record table item partition key index capacity unit read write request second minute hour day latency throughput limit quota policy role account region zone endpoint network subnet gateway bucket object version lifecycle encryption token session cache cluster node replica snapshot backup restore event function handler timeout memory concurrency retry delay batch window filter target rule pattern schedule metric alarm log trace sample deploy stage release rollback canary hook'.split(
    ' ',
  );

const words = (random, count) =>
  Array.from({ length: count }, () => WORDS[Math.floor(random() * WORDS.length)]).join(' ');

/** Id of the n-th topic of a generated course. */
const topicId = n => `topic-${String(n).padStart(4, '0')}`;

/** Keys of all items of a generated course, in the order of its files. */
export const itemKeys = ({ topics, cards, questions }) =>
  Array.from({ length: topics }, (_, t) => [
    ...Array.from({ length: cards }, (__, c) => `c-${topicId(t)}-${c}`),
    ...Array.from({ length: questions }, (__, q) => `q-${topicId(t)}-${q}`),
  ]).flat();

const sectionText = (random, title) => {
  const hit = random() < 0.01 ? ' The visibility timeout decides when a message is seen again.' : '';
  return `## ${title}\n\n${words(random, 45)}.${hit}\n\n${words(random, 45)}.\n`;
};

const noteText = (random, topic, { sections, cards }) => {
  const head = `---\ntitle: The ${words(random, 2)} of ${topic}\nchecked: 2026-11-20\nsources:\n  - https://example.com/${topic}\n---\n`;
  const titles = Array.from({ length: sections }, (_, n) => `Part ${n} ${words(random, 3)}`);
  const body = titles.map(title => sectionText(random, title)).join('\n');
  // Cards of one section stand together, under its heading.
  const each = Math.ceil(cards / sections);
  const deck = Array.from(
    { length: cards },
    (_, n) =>
      `${n % each === 0 ? `### ${titles[n / each]}\n\n` : ''}Q: What does ${words(random, 6)} mean for ${topic} ${n}? ^c-${topic}-${n}\nA: ${words(random, 10)}.\n`,
  ).join('\n');
  return {
    text: `${head}\n${body}${cards > 0 ? `\n## Cards\n\n${deck}` : ''}`,
    sections: titles.map(title => `${topic}#${title.toLowerCase().replaceAll(' ', '-')}`),
  };
};

/** An exam of four domains with two tasks each. */
const DOMAINS = [30, 26, 22, 22];
const TASKS = 2;

const examText = exam => `id: ${exam}
title: Measured exam
questions: { scored: 50, unscored: 15 }
minutes: 130
aim: 80
kinds: [single]
sources: [https://example.com/exam]
checked: 2026-11-20
domains:
${DOMAINS.map(
  (weight, d) =>
    `  - id: '${d + 1}'\n    title: Domain ${d + 1}\n    weight: ${weight}\n    tasks:\n${Array.from(
      { length: TASKS },
      (_, t) => `      - { id: '${d + 1}.${t + 1}', title: Task ${d + 1}.${t + 1}, skills: ${t + 3} }`,
    ).join('\n')}`,
).join('\n')}
`;

/** The task that a topic's questions serve, as a line of a question; none without an exam. */
const tasksLine = (exam, number) => {
  const task = number % (DOMAINS.length * TASKS);
  const id = `${Math.floor(task / TASKS) + 1}.${(task % TASKS) + 1}`;
  return exam === undefined ? '' : `  tasks: { ${exam}: ['${id}'] }\n`;
};

const bankText = (
  random,
  number,
  sections,
  /** @type {{ questions: number, exam?: string }} */ { questions, exam },
) => {
  const topic = topicId(number);
  return Array.from(
    { length: questions },
    (_, n) => `- id: q-${topic}-${n}
  kind: single
${tasksLine(exam, number)}  level: apply
  section: ${sections[n % sections.length]}
  stem: Which ${words(random, 8)}?
  options:
${Array.from({ length: 4 }, (__, o) => `    - text: ${words(random, 4)} ${o}.\n${o === 0 ? '      correct: true\n' : ''}      why: ${words(random, 8)}.`).join('\n')}
  sources: [https://example.com/${topic}]
  checked: 2026-11-20
`,
  ).join('\n');
};

/**
 * Writes a course.
 * @param {string} folder
 * @param {{ id: string, topics: number, sections: number, cards: number, questions: number, exam?: string }} size
 *   counts per topic but for `topics`; `exam`: id of an exam that all questions serve
 */
export const writeCourse = (folder, size) => {
  const random = makeRandom(1);
  for (const part of ['content/area', 'questions/area']) mkdirSync(join(folder, part), { recursive: true });
  writeFileSync(join(folder, 'content/course.yaml'), `id: ${size.id}\ntitle: Measured course\n`);
  for (let n = 0; n < size.topics; n++) {
    const topic = topicId(n);
    const { text, sections } = noteText(random, topic, size);
    writeFileSync(join(folder, `content/area/${topic}.md`), text);
    if (size.questions > 0) {
      writeFileSync(join(folder, `questions/area/${topic}.yaml`), bankText(random, n, sections, size));
    }
  }
  if (size.exam === undefined) return;
  mkdirSync(join(folder, 'questions/exams'));
  writeFileSync(join(folder, `questions/exams/${size.exam}.yaml`), examText(size.exam));
};

/** Days from the first to the n-th review of an item. */
const OFFSETS = [0, 3, 8, 18, 38, 75, 140, 250, 400, 600, 850];

/**
 * Writes the journal of one device: every item reviewed at growing intervals, one of eleven ratings `again`.
 * @param {string} file
 * @param {{ course: string, device: string, keys: readonly string[], reviews: number, until: number }} options
 *   `reviews`: how many events; `until`: ms UTC before which all of them lie
 */
export const writeJournal = async (file, { course, device, keys, reviews, until }) => {
  const random = makeRandom(2);
  const rounds = Math.ceil(reviews / keys.length);
  if (rounds > OFFSETS.length) throw new RangeError('More reviews than an item has intervals');
  const span = OFFSETS[rounds - 1] + 365;
  const firstDay = Math.floor(until / DAY) - span - 1;
  /** @type {number[][]} */
  const byDay = Array.from({ length: span }, () => []);
  for (let i = 0; i < reviews; i++) {
    const item = i % keys.length;
    const start = (item * 7919) % 365;
    byDay[start + OFFSETS[Math.floor(i / keys.length)]].push(item);
  }
  mkdirSync(dirname(file), { recursive: true });
  const stream = createWriteStream(file);
  let written = 0;
  for (const [index, items] of byDay.entries()) {
    const day = firstDay + index;
    let text = '';
    for (const [n, item] of items.entries()) {
      const at = day * DAY + 8 * 3_600_000 + n * 7_000;
      const roll = random();
      const rating = roll < 0.09 ? 'again' : roll < 0.2 ? 'hard' : roll < 0.92 ? 'good' : 'easy';
      const event = {
        v: 1,
        id: `${device}-${written.toString(36)}`,
        lc: at,
        at,
        tz: 0,
        course,
        type: 'reviewed',
        mode: 'review',
        day,
        ratings: [{ item: keys[item], rating, counted: true }],
        ms: 6_000,
        model: 'fsrs-6',
      };
      text += `\n${JSON.stringify(event)}\n`;
      written++;
    }
    if (text !== '' && !stream.write(text)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'close');
};
