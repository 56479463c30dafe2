import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { EventType } from '../../../src/core/journal/event.ts';
import { deviceOf } from '../../../src/core/journal/event-order.ts';
import { readEvent } from '../../../src/core/journal/event-shape.ts';
import { SETTINGS } from '../../../src/core/journal/settings.ts';
import { ROOT } from '../../support/run-study.ts';

const page = readFileSync(join(ROOT, 'docs', 'journal.md'), 'utf8');
const examples = [...page.matchAll(/^```jsonl\n(.+)\n```$/gm)].map(([, line]) => line ?? '');

/** Every type there is: a new one does not compile until it is here. */
const TYPES: Readonly<Record<EventType, true>> = {
  reviewed: true,
  answered: true,
  suspended: true,
  buried: true,
  flagged: true,
  relinked: true,
  separated: true,
  'course-renamed': true,
  configured: true,
  undone: true,
  reset: true,
  excluded: true,
  redated: true,
  fitted: true,
  imported: true,
  'exam-started': true,
  'exam-answered': true,
  'exam-flagged': true,
  'exam-struck': true,
  'exam-moved': true,
  'exam-paused': true,
  'exam-resumed': true,
  'exam-ended': true,
  forecast: true,
  result: true,
  read: true,
};

describe('docs/journal.md', () => {
  it('shows one line of every type of event', () => {
    const types = examples.map(line => (JSON.parse(line) as { type: string }).type);
    expect([...types].sort()).toEqual(Object.keys(TYPES).sort());
  });

  it.each(examples)('shows a line that the program reads as it stands: %s', line => {
    const value: unknown = JSON.parse(line);
    expect(readEvent(value)).toEqual({ is: 'event', event: value });
    expect(JSON.stringify(value)).toBe(line);
  });

  it('shows ids as the program makes them, each once', () => {
    const ids = examples.map(line => JSON.parse(line) as { id: string; lc: number });
    expect(new Set(ids.map(({ id }) => id)).size).toBe(ids.length);
    for (const { id, lc } of ids)
      expect(id.slice(deviceOf(id).length + 1, -10)).toBe(lc.toString(36).padStart(9, '0'));
  });

  it('has a heading for every type, and names every field and setting', () => {
    for (const line of examples) {
      const event = JSON.parse(line) as Record<string, unknown>;
      expect(page).toMatch(new RegExp(`^### .*\\b${String(event['type'])}\\b`, 'm'));
    }
    for (const { key } of SETTINGS) expect(page).toContain(`\`${key}\``);
  });
});
