import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { roleOf } from '../../../src/content/parse/file-roles.ts';
import { loadCourse } from '../../../src/content/parse/load-course.ts';
import { Failure } from '../../../src/core/base/failure.ts';
import { hasControl } from '../../../src/core/base/sanitize.ts';
import { FRONT, loadFiles, placesOf, withCourse, writeCourse } from '../../support/course-folder.ts';

const folders: string[] = [];
const keep = (folder: string): string => {
  folders.push(folder);
  return folder;
};
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const BANK = `- id: one
  kind: true-false
  tasks: { dva: ['1'] }
  level: recall
  section: sqs#limits
  stem: x
  answer: true
  sources: [https://example.com]
  checked: 2026-11-20
`;

describe('a course folder', () => {
  it('gives notes, cards, questions, blueprints and its own id', () => {
    const { course, problems, cleanTopics } = loadFiles({
      'content/course.yaml': 'id: mine\ntitle: My course\nblueprint: dva\n',
      'content/queues/sqs.md': `${FRONT}## Limits\n\n## Cards\n\nQ: a ^card-a\nA: b\n`,
      'content/queues/README.md': 'not a note',
      'content/queues/images/x.png': Buffer.from([0]),
      'content/.obsidian/app.json': '{}',
      'questions/queues/sqs.yaml': BANK,
      'questions/exams/dva.yaml':
        'id: dva\ntitle: Developer\nquestions: { scored: 1 }\nminutes: 1\naim: 80\nkinds: [single]\ndomains: [{ id: 1, title: a, weight: 100 }]\nchecked: 2026-11-20\n',
      'README.md': '# Mine',
    });
    expect(problems).toEqual([]);
    expect(course).toMatchObject({ id: 'mine', title: 'My course', blueprint: 'dva' });
    expect(course.notes.map(({ id, path }) => [id, path])).toEqual([['sqs', 'content/queues/sqs.md']]);
    expect(course.cards.map(({ key }) => key)).toEqual(['card-a']);
    expect(course.questions.map(({ key }) => key)).toEqual(['one']);
    expect(course.blueprints.map(({ id }) => id)).toEqual(['dva']);
    expect(cleanTopics).toEqual(['sqs']);
  });

  it('needs only content/, and names what is missing', () => {
    withCourse({}, folder => {
      rmSync(join(folder, 'content', 'course.yaml'));
      const { course, problems } = loadCourse(folder);
      expect(course).toMatchObject({ notes: [], cards: [], questions: [], blueprints: [] });
      expect(course.id).toMatch(/^study-course-/);
      expect(placesOf({ problems })).toEqual(['content/course.yaml:0 course-file']);
    });
  });

  it.each([
    ['is missing', () => '/nonexistent/course', 'course-not-found'],
    ['is a file', () => import.meta.filename, 'course-not-found'],
    [
      'has no content/',
      (folder: string) => (rmSync(join(folder, 'content'), { recursive: true }), folder),
      'no-course',
    ],
    [
      'has a link for content/',
      (folder: string) => {
        rmSync(join(folder, 'content'), { recursive: true });
        symlinkSync('/etc', join(folder, 'content'));
        return folder;
      },
      'no-course',
    ],
  ])('that %s is refused with its place and what to try', (_, spoil, code) => {
    const folder = spoil(keep(writeCourse({})));
    const open = (): unknown => loadCourse(folder);
    expect(open).toThrow(Failure);
    try {
      open();
    } catch (error) {
      expect(error).toMatchObject({ kind: 'data', details: { code, place: folder } });
      expect((error as Failure).details.try).not.toBe('');
    }
  });

  it('reports files that nothing reads, and does not read them', () => {
    const { course, problems } = loadFiles({
      'content/note.md': FRONT,
      'content/a/b/note.md': FRONT,
      'content/a/x.yaml': BANK,
      'content/a/notes.txt': 'x',
      'content/a/Upper.md': FRONT,
      'content/a b/note.md': FRONT,
      'questions/a/x.md': FRONT,
      'questions/a/x.yml': BANK,
    });
    expect(course.notes).toEqual([]);
    expect(course.questions).toEqual([]);
    expect(placesOf({ problems })).toEqual([
      'content/a b/note.md:0 file-name',
      'content/a/Upper.md:0 file-name',
      'content/a/b/note.md:0 misplaced-file',
      'content/a/notes.txt:0 unknown-file',
      'content/a/x.yaml:0 misplaced-file',
      'content/note.md:0 misplaced-file',
      'questions/a/x.md:0 misplaced-file',
      'questions/a/x.yml:0 unknown-file',
    ]);
  });

  it('takes only ids for names', () => {
    expect(roleOf('content/a/sqs.md')).toEqual({ is: 'note', area: 'a', topic: 'sqs' });
    expect(roleOf(`content/a/${'x'.repeat(101)}.md`)).toEqual({ is: 'misnamed' });
    expect(roleOf('content/a/__proto__.md')).toEqual({ is: 'misnamed' });
    expect(roleOf('content/a/new\nline.md')).toEqual({ is: 'misnamed' });
    expect(roleOf('questions/exams/dva.yaml')).toEqual({ is: 'blueprint', stem: 'dva' });
  });

  it('never follows a link out of the course, and reads no file twice', () => {
    const outside = keep(writeCourse({ 'content/a/secret.md': `${FRONT}SECRET` }));
    const folder = keep(writeCourse({ 'content/a/note.md': `${FRONT}Text.`, 'content/b/other.md': FRONT }));
    const at = (path: string): string => join(folder, path);
    symlinkSync(join(outside, 'content/a/secret.md'), at('content/a/stolen.md'));
    symlinkSync(join(outside, 'content/a'), at('content/stolen'));
    symlinkSync('note.md', at('content/a/alias.md'));
    symlinkSync('../b', at('content/a/folder.md'));
    symlinkSync('nowhere', at('content/a/dangling.md'));
    symlinkSync('/dev/zero', at('content/a/endless.md'));
    const { course, problems } = loadCourse(folder);
    expect(JSON.stringify(course)).not.toContain('SECRET');
    expect(course.notes.map(({ id }) => id)).toEqual(['note', 'other']);
    expect(placesOf({ problems })).toEqual([
      'content/a/alias.md:0 link-inside',
      'content/a/dangling.md:0 file-unreadable',
      'content/a/endless.md:0 link-outside',
      'content/a/folder.md:0 file-unreadable',
      'content/a/stolen.md:0 link-outside',
      'content/stolen:0 link-outside',
    ]);
  });

  it('does not wait for a pipe', () => {
    const folder = keep(writeCourse({ 'content/a/note.md': FRONT }));
    execFileSync('mkfifo', [join(folder, 'content/a/pipe.md')]);
    expect(placesOf(loadCourse(folder))).toEqual(['content/a/pipe.md:0 file-unreadable']);
  });

  it.skipIf(process.getuid?.() === 0)('reports what may not be read', () => {
    const folder = keep(writeCourse({ 'content/a/note.md': FRONT, 'content/b/other.md': FRONT }));
    chmodSync(join(folder, 'content/a/note.md'), 0);
    chmodSync(join(folder, 'content/b'), 0);
    const found = placesOf(loadCourse(folder));
    chmodSync(join(folder, 'content/b'), 0o700);
    expect(found).toEqual(['content/a/note.md:0 file-unreadable', 'content/b:0 file-unreadable']);
  });

  it('leaves out files that are too large or not UTF-8, with the line', () => {
    const { course, problems } = loadFiles({
      'content/a/lines.md': FRONT + '\n'.repeat(100_000),
      'content/a/large.md': Buffer.alloc(2 * 1024 * 1024 + 1, 'x'),
      'content/a/fits.md': FRONT + 'x'.repeat(2 * 1024 * 1024 - FRONT.length),
      'content/a/latin.md': Buffer.concat([Buffer.from(`${FRONT}\n`), Buffer.from('caf\xe9', 'latin1')]),
    });
    expect(course.notes.map(({ id }) => id)).toEqual(['fits']);
    expect(placesOf({ problems })).toEqual([
      'content/a/large.md:0 file-too-large',
      'content/a/latin.md:7 not-utf8',
      'content/a/lines.md:0 file-too-large',
    ]);
  });

  it('stops at folders without end', () => {
    const folder = keep(writeCourse({}));
    mkdirSync(join(folder, 'content', ...Array.from({ length: 12 }, () => 'deep')), { recursive: true });
    expect(placesOf(loadCourse(folder))).toEqual([`content/${'deep/'.repeat(8)}deep:0 misplaced-file`]);
  });
});

describe('files of any bytes', () => {
  it('are read without a crash, and nothing in them drives a terminal', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.string({ unit: 'binary' }), (bytes, text) => {
        const body = Buffer.concat([Buffer.from(FRONT), bytes]);
        const { course, problems } = loadFiles({
          'content/a/raw.md': Buffer.from(bytes),
          'content/a/body.md': body,
          'content/a/text.md': `${FRONT}## Cards\n\nQ: ${text}\nA: ${text}\n`,
          'questions/a/raw.yaml': Buffer.from(bytes),
          'questions/a/text.yaml': `- id: ${text}`,
        });
        for (const note of course.notes) {
          for (const { title, markdown } of note.sections) expect(hasControl(title + markdown)).toBe(false);
        }
        for (const { front, back } of course.cards) expect(hasControl(front + back)).toBe(false);
        for (const { message } of problems) expect(hasControl(message)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});

describe('ids', () => {
  it('are taken by the first card or question, and the others name its place', () => {
    const { course, problems } = loadFiles({
      'content/a/first.md': `${FRONT}## Cards\n\nQ: a ^one\nA: b\n\nQ: same?\nA: b\n\nQ: Same?\nA: c\n`,
      'content/a/second.md': `${FRONT}## Cards\n\nQ: c ^one\nA: d\n\nC: [y] ^two\n`,
      'questions/a/first.yaml': BANK.replace('sqs#limits', 'first#limits'),
    });
    expect(course.cards.map(({ path, front }) => [path, front])).toEqual([
      ['content/a/first.md', 'a'],
      ['content/a/first.md', 'same?'],
      ['content/a/second.md', '[...]'],
    ]);
    expect(course.questions).toEqual([]);
    expect(problems.map(({ file, line, message }) => [file, line, message])).toEqual([
      ['content/a/first.md', 14, 'The same card stands in content/a/first.md:11'],
      ['content/a/second.md', 8, 'The id "one" is already taken in content/a/first.md:8'],
      ['questions/a/first.yaml', 1, 'The id "one" is already taken in content/a/first.md:8'],
    ]);
  });

  it('stand in the order of teaching: a topic where it is named, an area for its others', () => {
    const { course, problems } = loadFiles({
      'content/course.yaml': 'id: a\ntitle: A\norder:\n  - two\n  - b\n  - gone\n  - a\n',
      'content/a/one.md': FRONT.replace('---\n', '---\nweight: 2\n'),
      'content/a/two.md': FRONT,
      'content/b/three.md': FRONT,
      'content/c/four.md': FRONT,
    });
    expect(course.order).toEqual(['two', 'three', 'one']);
    expect(course.notes.map(({ id, weight }) => [id, weight])).toContainEqual(['one', 2]);
    expect(placesOf({ problems })).toEqual(['content/course.yaml:6 course-order']);
  });

  it('of topics are unique in the course', () => {
    const { course, problems } = loadFiles({ 'content/a/same.md': FRONT, 'content/b/same.md': FRONT });
    expect(course.notes).toHaveLength(1);
    expect(placesOf({ problems })).toEqual(['content/b/same.md:0 duplicate-topic']);
    expect(problems[0]?.message).toContain('content/a/same.md');
  });

  it('are free of what a prototype has', () => {
    const { course } = loadFiles({
      'content/a/constructor.md': `${FRONT}## Cards\n\nQ: a ^constructor\nA: b\nQ: c ^tostring\nA: d\n`,
    });
    expect(course.cards.map(({ key }) => key)).toEqual(['constructor', 'tostring']);
  });
});

describe('a topic', () => {
  it('is clean unless an error may hide a card or a question of it', () => {
    const { cleanTopics } = loadFiles({
      'content/a/fine.md': FRONT,
      'content/a/undated.md': '---\ntitle: a\n---\n## Cards\n\n### Nowhere\n\nQ: a\u0007\nA: b\n',
      'content/a/warned.md': `${FRONT}# Title\n`,
      'content/a/lost.md': `${FRONT}Q: a\nA: b\n`,
      'content/a/banked.md': FRONT,
      'questions/a/banked.yaml': '- kind: single\n',
      'questions/a/alone.yaml': BANK,
    });
    expect([...cleanTopics].sort()).toEqual(['alone', 'fine', 'undated', 'warned']);
  });

  it('may have questions and no note', () => {
    const { course, problems } = loadFiles({ 'questions/a/sqs.yaml': BANK });
    expect(course.questions).toHaveLength(1);
    expect(placesOf({ problems })).toEqual(['questions/a/sqs.yaml:0 questions-without-note']);
  });
});

describe('the list of problems', () => {
  it('ends after 200 of one file, and cannot drive a terminal', () => {
    const { problems } = loadFiles({
      'content/a/many.md': `${FRONT}## Cards\n\n${'x\n\n'.repeat(300)}`,
      'content/a/\u001b[31mred.md': FRONT,
    });
    expect(problems.filter(({ file }) => file === 'content/a/many.md')).toHaveLength(201);
    expect(problems.map(({ rule }) => rule)).toContain('more-problems');
    expect(JSON.stringify(problems)).not.toMatch(/\\u001b/);
  });

  it('is the same in every run', () => {
    const folder = keep(writeCourse({ 'content/b/y.md': 'x', 'content/a/x.md': 'x', 'content/b/a.md': 'x' }));
    writeFileSync(join(folder, 'content/b/0.txt'), '');
    expect(placesOf(loadCourse(folder))).toEqual([
      'content/a/x.md:1 front-matter',
      'content/b/0.txt:0 unknown-file',
      'content/b/a.md:1 front-matter',
      'content/b/y.md:1 front-matter',
    ]);
  });
});
