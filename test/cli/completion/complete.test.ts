import { describe, expect, it } from 'vitest';
import { card, tinyCourse } from '../../support/tiny-course.ts';
import { runSessionCommand } from '../../support/run-session.ts';

/** Candidates for the last of some words. */
const candidates = async (...words: readonly string[]): Promise<readonly string[]> => {
  const course = tinyCourse({ items: [card('sqs-one', 'sqs'), card('sns-one', 'sns')] });
  const { stdout } = await runSessionCommand(['completion', '--words', '--', ...words], { course });
  return stdout.split('\n').filter(line => line !== '');
};

describe('completion', () => {
  it('offers commands, also behind a global flag and its value', async () => {
    expect(await candidates('rev')).toEqual(['review']);
    expect(await candidates('--home', '/tmp', 'rev')).toEqual(['review']);
  });

  it('offers topics where a command takes them', async () => {
    expect(await candidates('review', 's')).toEqual(['sqs', 'sns']);
    expect(await candidates('quiz', '--kind', 'single', 'sq')).toEqual(['sqs']);
  });

  it('offers the words that a flag takes', async () => {
    expect(await candidates('quiz', '--kind', 'm')).toEqual(['multiple', 'match']);
    expect(await candidates('quiz', '--level', 'a')).toEqual(['apply', 'analyse']);
  });

  it('offers no topic where a flag wants a number or a folder', async () => {
    expect(await candidates('quiz', '-n', '')).toEqual([]);
    expect(await candidates('--home', '')).toEqual([]);
    expect(await candidates('review', '--course', '')).toEqual([]);
  });

  it('offers what may follow the last comma of a list, and no word twice', async () => {
    expect(await candidates('quiz', '--kind', 'single,m')).toEqual(['single,multiple', 'single,match']);
    expect(await candidates('quiz', '--kind', 'multiple,match,m')).toEqual([]);
  });

  it('offers settings and the values that they take', async () => {
    expect(await candidates('config', 'set', 'exa')).toEqual(['exam', 'examDate']);
    expect(await candidates('config', 'get', 'the')).toEqual(['theme']);
    expect(await candidates('config', 'set', 'theme', '')).toEqual(['auto', 'dark', 'light', 'mono']);
    expect(await candidates('config', 'set', 'plan', '')).toEqual(['on', 'off']);
    expect(await candidates('config', 'set', 'ascii', 't')).toEqual(['true']);
    expect(await candidates('config', 'reset', 'theme', 'page')).toEqual(['pager']);
    expect(await candidates('config', 's')).toEqual(['set']);
  });

  it('offers keys of items, sections of a topic and what can be exported', async () => {
    expect(await candidates('why', 's')).toEqual(['sqs-one', 'sns-one']);
    expect(await candidates('notes', 'sq')).toEqual(['sqs']);
    expect((await candidates('notes', 'sqs#')).every(word => word.startsWith('sqs#'))).toBe(true);
    expect(await candidates('export', 'c')).toEqual(['course', 'csv']);
  });

  it('offers commands and their subcommands after help', async () => {
    expect(await candidates('help', 'form')).toEqual(['formats']);
    expect(await candidates('help', 'progress', 'ba')).toEqual(['backup']);
    expect(await candidates('help', 'calc', 'dynamodb-r')).toContain('dynamodb-rcu');
  });

  it('leaves files to the shell where it has nothing to offer', async () => {
    for (const words of [
      ['check', ''],
      ['progress', 'restore', ''],
      ['stats', '--html', ''],
    ])
      expect(await candidates(...words)).toEqual([]);
    for (const [shell, files] of Object.entries({
      bash: '-o default',
      zsh: '_files',
      fish: '__fish_complete_path',
    })) {
      const { stdout } = await runSessionCommand(['completion', shell], {
        course: tinyCourse({ items: [] }),
      });
      expect(stdout).toContain(files);
    }
  });

  it('offers nothing, and fails nowhere, for what leads nowhere', async () => {
    expect(await candidates('nonsense', 's')).toEqual([]);
    expect(await candidates('--nonsense', 'rev')).toEqual(['review']);
  });
});

describe('study help', () => {
  it('takes flags for flags', async () => {
    const { code, stdout } = await runSessionCommand(['help', '--json'], {
      course: tinyCourse({ items: [] }),
    });
    expect({ code, isError: stdout.includes('unknown-command') }).toEqual({ code: 0, isError: false });
  });
});
