/** What `study new` writes: files that are valid as they stand, with comments that teach the format. */
import type { QuestionKind } from '../course/course.ts';
import { slugify } from '../course/keys.ts';

/** A text in quotes, as YAML takes it whatever it holds. */
const quotedText = (text: string): string => JSON.stringify(text);

/** A name as the beginning of an id. */
export const idPart = (name: string): string => {
  const words = slugify(name)
    .replace(/[^a-z0-9-]/g, '')
    .replace(/-{2,}/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return /^[a-z]/.test(words) ? words : `topic-${words}`.replace(/-$/, '');
};

/** The line by which editors find the JSON Schema of a file. @param schema its address */
const schemaLine = (schema: string): string => `# yaml-language-server: $schema=${schema}\n`;

/** The text of a new `course.yaml`. */
export const courseText = ({
  id,
  title,
  schema,
}: {
  readonly id: string;
  readonly title: string;
  readonly schema: string;
}): string => `${schemaLine(schema)}# Permanent: progress hangs on it.
id: ${id}
title: ${quotedText(title)}
# blueprint: midterm      # the exam a learner prepares for by default: study new exam midterm
# order: [first-topic]    # the order of teaching: areas (folders of content/) and topics
# rules: strict           # makes errors of what is a matter of taste
`;

/** A note of a course with `content/`. @param today `YYYY-MM-DD` */
export const topicText = (title: string, today: string): string => `---
title: ${quotedText(title)}
checked: ${today}             # the day on which you last verified the facts
sources:
  - https://example.com/      # where the facts come from
---

Say what it is and why it exists, in a sentence or two. All of this text is there to be replaced.

## How it works

A heading of level 2 begins a section. Link to another topic by its id, \`[text](topic)\`, and to a section with
\`[text](topic#how-it-works)\`. The id at the end of the first line of a card keeps its progress through any edit.

## Cards

### How it works

Q: What does the heading above these cards do? ^${idPart(title)}-heading
A: It ties them to the section of that name.

C: In a cloze everything in [brackets] is asked. ^${idPart(title)}-cloze
`;

/** A note of a folder. */
export const noteText = (title: string): string => `# ${title}

Write here. Cards may stand anywhere: a line \`---\` or a heading ends one. The id at the end of its first line keeps the
progress of a card through any edit.

## Cards

Q: What begins a card? ^${idPart(title)}-begins
A: \`Q:\` at the beginning of a line.

C: In a cloze everything in [brackets] is asked. ^${idPart(title)}-cloze
`;

/** What a new question can be: a kind, or a template, which is numeric with numbers that are drawn. */
export type NewKind = QuestionKind | 'template';

/** Fields by kind, indented for an entry of a list. */
const BY_KIND: Readonly<Record<NewKind, string>> = {
  single: `  stem: Which planet is the largest?
  options:                  # four, one of them correct; each says why
    - text: Jupiter
      correct: true
      why: It has more than twice the mass of all the others together.
    - text: Saturn
      why: It is the second largest, with less than a third of the mass of Jupiter.
    - text: Neptune
      why: It is the third by mass, after Jupiter and Saturn.
    - text: Earth
      why: It is the largest of those of rock, which are all smaller than those of gas.
`,
  multiple: `  stem: Which of these planets have rings?
  options:                  # five or six, two or three of them correct
    - text: Saturn
      correct: true
      why: Its rings are seen in a small telescope.
    - text: Uranus
      correct: true
      why: Its thin rings were found in 1977.
    - text: Venus
      why: Below its thick clouds and above them there is neither a ring nor a moon.
    - text: Mars
      why: It has two small moons, which are no rings.
    - text: Mercury
      why: The sun is near, and nothing goes around the planet itself.
`,
  'true-false': `  stem: Venus is hotter than Mercury.
  answer: true
  why: Its atmosphere keeps the heat, though it is farther from the sun.
`,
  numeric: `  stem: How many minutes does light take for 150 million km, at 300,000 km a second?
  answer: '8.33'            # in quotes, so that it stays as it is written
  unit: min                 # optional
  tolerance: '1%'           # optional: a share, or a number such as '0.5'
  why: 150,000,000 / 300,000 = 500 s, which is 8.33 min.
`,
  template: `  ask: [value, choice]      # value: type the number; choice: four options
  inputs:                   # other numbers each time: a range, or one of some values
    distance: { from: 120, to: 900, step: 60 }
    hours: { choose: [{ value: 2, text: two }, { value: 3, text: three }, { value: 6, text: six }] }
  where:                    # optional: other numbers are drawn where these do not hold
    - '{distance} / {hours} <= 300'
  steps:                    # optional: worked out before the answer, which can use them by name
    - { name: minutes, formula: '{hours} * 60', unit: min }
  answer: '{distance} / {minutes}'   # + - * / ^, brackets, abs, ceil, floor, round, mod, min, max; exact
  unit: km/min
  mistakes:                 # wrong options, and what somebody who types them is told
    - { formula: '{distance} / {hours}', why: This is the distance of an hour. }
    - { formula: '{minutes} / {distance}', why: This is the time of a kilometer. }
    - { step: minutes, formula: '{hours} * 100', why: An hour has 60 minutes. }
  texts:                    # one is drawn; it names every input
    - A train goes {distance} km in {hours} hours. How many kilometers is that a minute?
    - In {hours} hours a train goes {distance} km. How many kilometers does it go in a minute?
  why: Bring both numbers to the units of the answer first. The program adds the working.
`,
  order: `  stem: Put these planets in order, the nearest to the sun first.
  steps:                    # in the right order; they are shown shuffled
    - { text: Mercury, why: It is at 58 million km. }
    - { text: Venus, why: It is at 108 million km. }
    - { text: Earth, why: It is at 150 million km. }
  why: The planets of rock are all nearer to the sun than those of gas.
`,
  match: `  stem: Match each planet with its kind.
  pairs:                    # every left once; a right may belong to several
    - { left: Earth, right: rock, why: It has a solid surface. }
    - { left: Jupiter, right: gas, why: It has no surface to stand on. }
  decoys: [ice]             # optional: right sides that belong to nothing
  why: The planets nearer to the sun are of rock, those farther away of gas or ice.
`,
  text: `  stem: Which planet do we live on?
  accept: [Earth, the Earth]   # compared without case, spacing and punctuation
  why: It is the third from the sun.
`,
};

interface NewQuestion {
  readonly id: string;
  readonly kind: NewKind;
  /** `topic#section`; `''`: none. */
  readonly section: string;
  /** Exam and domain that it serves; `null`: the course has no exam. */
  readonly task: { readonly blueprint: string; readonly id: string } | null;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** One entry of a bank. */
export const questionText = ({ id, kind, section, task, today }: NewQuestion): string =>
  `- id: ${id}${' '.repeat(Math.max(1, 20 - id.length))}# permanent: progress hangs on it
  kind: ${kind === 'template' ? 'numeric' : kind}
  level: ${kind === 'template' ? 'apply ' : 'recall'}             # recall, apply or analyse
${section === '' ? '' : `  section: ${section}\n`}${task === null ? '' : `  tasks: { ${task.blueprint}: ['${task.id}'] }\n`}${BY_KIND[kind]}  sources: [https://example.com/]
  checked: ${today}
`;

/** The head of a new bank. */
export const bankHead = (schema: string): string => schemaLine(schema);

/** A blueprint. */
export const examText = ({
  id,
  title,
  schema,
  today,
}: {
  readonly id: string;
  readonly title: string;
  readonly schema: string;
  readonly today: string;
}): string => `${schemaLine(schema)}# A question serves this exam where it says tasks: { ${id}: ['1'] }, with the id of a domain or a task.
id: ${id}
title: ${quotedText(title)}
questions: { scored: 10 }
minutes: 15
aim: 80                     # percent of raw answers to reach before the exam
kinds: [single, multiple, true-false, numeric, order, match, text]
domains:                    # their weights add up to 100
  - id: '1'
    title: First part
    weight: 60
  - id: '2'
    title: Second part
    weight: 40
checked: ${today}
`;
