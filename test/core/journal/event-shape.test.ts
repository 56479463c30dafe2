import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEvent } from '../../../src/core/journal/event-shape.ts';
import { histories } from '../../support/histories.ts';

const AT = Date.UTC(2026, 10, 20, 12);
const DAY = Math.floor(AT / 86_400_000);

const envelope = { v: 1, id: 'aa-1', lc: AT, at: AT, tz: 60, course: 'cloud' };

const good = {
  ...envelope,
  type: 'answered',
  mode: 'quiz',
  day: DAY,
  ratings: [{ item: 'sqs~1-0f/größe', rating: 'hard', counted: true }],
  verdict: 'partial',
  response: { kind: 'text', typed: 'SNS' },
  question: '0f0f',
  ms: 3,
  confidence: null,
  seed: 4_294_967_295,
  model: 'v5.4.2 using FSRS-6.0',
};

const reading = (change: object): string => readEvent({ ...good, ...change }).is;

describe('the reader of events', () => {
  it('takes an event as it is', () => {
    expect(readEvent(good)).toEqual({ is: 'event', event: good });
  });

  it('takes every event that the program writes', () => {
    fc.assert(
      fc.property(histories(), events => {
        for (const event of events) expect(readEvent(JSON.parse(JSON.stringify(event))).is).toBe('event');
      }),
    );
  });

  it.each([
    ['an id without a device', { id: '-1' }],
    ['an id with a space', { id: 'aa-1 2' }],
    ['an id that is a path', { id: 'aa-../../x' }],
    ['a clock beyond whole numbers', { lc: 2 ** 53 }],
    ['a negative clock', { lc: -1 }],
    ['a fraction of a millisecond', { at: AT + 0.5 }],
    ['a moment after the last date there is', { at: 8.64e15 + 1 }],
    ['a moment that is text', { at: String(AT) }],
    ['a zone that is nowhere', { tz: 1441 }],
    ['no course', { course: '' }],
    ['a course with an escape code', { course: 'a\u001b[31m' }],
    ['a study day far from its moment', { day: DAY + 4 }],
    ['a study day before all days', { at: 0, lc: 0, day: -1 }],
    ['ratings that are none', { ratings: {} }],
    ['a rating that is none', { ratings: [{ item: 'a', rating: 'perfect', counted: true }] }],
    ['a rating named like a method', { ratings: [{ item: 'a', rating: 'constructor', counted: true }] }],
    ['an item with a line break', { ratings: [{ item: 'a\nb', rating: 'good', counted: true }] }],
    ['an item that is half a character', { ratings: [{ item: 'a\ud800', rating: 'good', counted: true }] }],
    ['an item as long as a page', { ratings: [{ item: 'a'.repeat(301), rating: 'good', counted: true }] }],
    ['counted as a number', { ratings: [{ item: 'a', rating: 'good', counted: 1 }] }],
    ['more ratings than there are items', { ratings: Array.from({ length: 10_001 }, () => good.ratings[0]) }],
    ['a negative time', { ms: -1 }],
    ['an endless time', { ms: 1e300 }],
    ['no time', { ms: null }],
    ['a verdict that is none', { verdict: 'nearly' }],
    ['no response', { response: null }],
    ['a response of no kind', { response: { kind: 'toString' } }],
    ['a response as long as a book', { response: { kind: 'text', typed: 'x'.repeat(20_001) } }],
    ['a pair of three', { response: { kind: 'match', pairs: [['a', 'b', 'c']] } }],
    ['a seed with a sign', { seed: -1 }],
    ['a model with a control character', { model: 'x\u009b' }],
    ['a zero below zero', { tz: -0 }],
    ['no version', { v: 0 }],
    ['a version that is text', { v: '1' }],
    ['no type', { type: null }],
  ])('refuses %s', (_, change) => {
    expect(reading(change)).toBe('bad');
  });

  it.each([
    ['suspended', { items: ['a', 1], value: true }],
    ['suspended', { items: 'a', value: true }],
    ['buried', { items: ['a'], value: true }],
    ['buried', { items: ['a'], value: 'yes', day: DAY }],
    ['flagged', { items: ['a'], value: true }],
    ['relinked', { from: 'a', to: '' }],
    ['configured', { settings: { rollover: 24 } }],
    ['configured', { settings: [] }],
    ['undone', { target: 'all' }],
    ['undone', { target: { toString: 'x' } }],
    ['reset', {}],
    ['reset', { items: [null] }],
    ['excluded', { device: '__proto__', value: true }],
    ['excluded', { device: 'bb' }],
  ])('refuses a %s event with %j', (type, fields) => {
    expect(readEvent({ ...envelope, type, ...fields }).is).toBe('bad');
  });

  it.each([[null], [1], ['x'], [[]], [[good]], [true]])('refuses %j', value => {
    expect(readEvent(value)).toEqual({ is: 'bad' });
  });

  it('keeps what a newer version wrote apart, with its envelope where it can be read', () => {
    const { v: _, ...rest } = envelope;
    expect(readEvent({ ...envelope, type: 'dreamt' })).toMatchObject({ is: 'unknown', envelope: rest });
    expect(readEvent({ ...envelope, v: 2, type: 'reviewed' })).toMatchObject({
      is: 'unknown',
      envelope: rest,
    });
    expect(readEvent({ v: 2, type: 'reviewed', id: 7 })).toEqual({ is: 'unknown', envelope: null });
    expect(readEvent({ ...envelope, type: '__proto__' })).toMatchObject({ is: 'unknown' });
  });

  it('takes what could drive a terminal out of free text', () => {
    const note = readEvent({
      ...envelope,
      type: 'flagged',
      items: ['a'],
      value: true,
      note: 'a\u001b[2J\nb',
    });
    expect(note).toMatchObject({ event: { note: 'a\ufffd[2J\nb' } });
    expect(readEvent({ ...good, response: { kind: 'number', typed: '2\u0007' } })).toMatchObject({
      event: { response: { typed: '2\ufffd' } },
    });
  });

  it('never throws, and what it takes survives JSON', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(good)), fc.jsonValue(), (field, value) => {
        const result = readEvent({ ...good, [field]: value });
        if (result.is === 'event') expect(JSON.parse(JSON.stringify(result.event))).toEqual(result.event);
      }),
      { numRuns: 2000 },
    );
  });
});
