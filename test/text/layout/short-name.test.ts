import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAtWord, shortName } from '../../../src/text/layout/short-name.ts';
import { cellWidth } from '../../../src/text/layout/width.ts';

const NAMES = [
  ['Testing and Deployment', 17, 'Testing'],
  ['Development with AWS Services', 22, 'Development'],
  ['Troubleshooting and Optimization', 17, 'Troubleshooting'],
  ['AWS KMS and envelope encryption', 18, 'AWS KMS'],
  ['API rate limits, quotas and throttling', 18, 'API rate limits'],
  ['CloudWatch Logs and the CloudWatch agent', 18, 'CloudWatch Logs'],
  ['AWS Certified Developer - Associate', 30, 'AWS Certified Developer'],
  ['Lambda event source mappings', 18, 'Lambda event…'],
  ['Amazon Kinesis Data Streams', 18, 'Amazon Kinesis…'],
  ['Docker, containers, images and Dockerfiles', 40, 'Docker, containers, images'],
  ['Security', 8, 'Security'],
  ['Donaudampfschifffahrt', 10, 'Donaudamp…'],
] as const;

describe('a shortened name', () => {
  it.each(NAMES)('of %s in %i cells is %s', (name, width, short) => {
    expect(shortName(name, width, '…')).toBe(short);
  });

  it('never ends with a joining word or a comma, and fits', () => {
    const word = fc.constantFrom(
      'AWS',
      'and',
      'Lambda',
      'of',
      'keys,',
      'the',
      'Testing',
      'with',
      'Amazon',
      '-',
    );
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 4, max: 40 }),
        (words, width) => {
          const name = words.join(' ');
          for (const short of [shortName(name, width, '…'), cutAtWord(name, width, '…')]) {
            expect(cellWidth(short)).toBeLessThanOrEqual(width);
            if (short !== name) expect(short).not.toMatch(/[\s,-]$/);
          }
          const short = shortName(name, width, '…');
          if (short !== name && !short.endsWith('…')) expect(name.startsWith(short)).toBe(true);
        },
      ),
    );
  });

  it('of tasks that begin alike keeps what tells them apart', () => {
    expect(cutAtWord('2.1 Implement authentication', 24, '…')).toBe('2.1 Implement authentic…');
    expect(cutAtWord('1.1 Develop code for applications hosted on AWS', 34, '…')).toBe(
      '1.1 Develop code for applications…',
    );
  });
});
