import { describe, expect, it } from 'vitest';
import { readNumber } from '../../../src/core/question/number-answer.ts';

describe('a number for a question without a unit', () => {
  it.each([
    '1.5k',
    '1.5 K',
    '50%',
    '50 percent',
    '50 per cent',
    '2M',
    '2 million',
    '2 millions',
    '3 dozen',
    '3 dozens of eggs',
    '$2 bn',
    '2\u00b2',
    '5!',
    '7\u2030',
    '1.5k apples',
    '3\u00bd',
    '2 \u00d7',
  ])('is asked for again where what follows may scale it: %s', line => {
    expect(readNumber(line, '').is).toBe('scale');
  });

  it.each(['1500 apples', '24 shards', '24 reads/second', '5 meters', '$0.20', '12 kg', '3 messages (max.)'])(
    'may be followed by what it counts: %s',
    line => {
      expect(readNumber(line, '').is).toBe('number');
    },
  );

  it('of a unit that looks like a scale is read as that unit', () => {
    expect(readNumber('50 %', '%').is).toBe('number');
    expect(readNumber('300 K', 'K').is).toBe('number');
    expect(readNumber('2M', 'mol').is).toBe('unit');
  });
});
