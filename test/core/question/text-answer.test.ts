import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { foldText, matchText } from '../../../src/core/question/text-answer.ts';

const noTerm = (): boolean => false;
const how = (typed: string, accepted: string, terms: readonly string[] = []): string | undefined =>
  matchText(typed, [accepted], folded => terms.includes(folded))?.how;

describe('case, spacing and punctuation', () => {
  it.each([
    ['receive message wait time seconds', 'ReceiveMessageWaitTimeSeconds'],
    ['US-East-1', 'us east 1'],
    ['  Dead letter   queue ', 'dead-letter queue'],
    ['SQS!', 'sqs'],
    ['1,024 KB', '1024 kb'],
    ['\uff33\uff31\uff33', 'SQS'],
  ])('do not tell "%s" from "%s"', (typed, accepted) => {
    expect(how(typed, accepted)).toBe('exact');
  });

  it.each([
    ['1.5', '15'],
    ['-5', '5'],
    ['10:1', '101'],
    ['C', 'C++'],
    ['gp2', 'gp3'],
    ['', 'SQS'],
    ['...', 'SQS'],
  ])('tell "%s" from "%s" where they mean something', (typed, accepted) => {
    expect(how(typed, accepted)).toBeUndefined();
  });

  it('are folded once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), text => {
        expect(foldText(text.toUpperCase())).toBe(foldText(text));
      }),
    );
  });
});

describe('one typo', () => {
  it.each([
    ['visiblity timeout', 'visibility timeout'],
    ['visibility timeot', 'visibility timeout'],
    ['recieve count', 'receive count'],
    ['Kinessis', 'Kinesis'],
    ['Kinezis', 'Kinesis'],
    ['indempotent', 'idempotent'],
    ['ReceiveMessageWaitTimeSecond', 'ReceiveMessageWaitTimeSeconds'],
  ])('"%s" is forgiven for "%s"', (typed, accepted) => {
    expect(how(typed, accepted)).toBe('typo');
  });

  it.each([
    ['SNS', 'SQS', 'a short word'],
    ['queus', 'queue', 'a short word'],
    ['dea-letter queue', 'dead-letter queue', 'a short word of a long text'],
    ['S3x buckets', 'S3 buckets', 'a word with digits'],
    ['sha-257', 'sha-256', 'digits'],
    ['asynchronous', 'synchronous', 'a negation'],
    ['symmetric', 'asymmetric', 'a negation'],
    ['visblity timeout', 'visibility timeout', 'two slips'],
    ['visibility timeout of the queue', 'visibility timeout', 'more words'],
  ])('"%s" is not forgiven for "%s": %s', (typed, accepted) => {
    expect(how(typed, accepted)).toBeUndefined();
  });

  it('is not forgiven where another term was typed, alone or as a word of the answer', () => {
    expect(how('Kineses', 'Kinesis')).toBe('typo');
    expect(how('Kineses', 'Kinesis', ['kineses'])).toBeUndefined();
    expect(how('Kineses streams', 'Kinesis streams', ['kineses'])).toBeUndefined();
  });

  it('says which text was meant, and prefers an exact one', () => {
    expect(matchText('Kinesis', ['Kinessis', 'Kinesis'], noTerm)).toEqual({
      how: 'exact',
      accepted: 'Kinesis',
    });
    expect(matchText('visiblity', ['timeout', 'Visibility'], noTerm)).toEqual({
      how: 'typo',
      accepted: 'Visibility',
    });
  });

  const word = fc.stringMatching(/^[a-z]{7,12}$/);

  it('of any kind is forgiven within a long word, a second one is not', () => {
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom('drop', 'double', 'swap'), (text, seed, slip) => {
        const at = 1 + (seed % (text.length - 2));
        const [c = '', d = ''] = text.slice(at, at + 2);
        const typed =
          text.slice(0, at) +
          (slip === 'drop' ? d : slip === 'double' ? c + c + d : d + c) +
          text.slice(at + 2);
        const far = `${typed}qq`;
        expect(how(typed, text)).toBe(typed === text ? 'exact' : 'typo');
        expect(how(far, text)).toBeUndefined();
      }),
    );
  });
});

describe('the case of letters', () => {
  it.each([
    ['Straße', 'STRASSE'],
    ['STRASSE', 'straße'],
    ['İstanbul', 'istanbul'],
    ['ǆ', 'Ǆ'],
    ['ΟΔΟΣ', 'οδος'],
    ['ŉ', 'ʼN'],
    ['١٢', '12'],
  ])('does not count where a capital has another length: %s and %s', (accepted, typed) => {
    expect(matchText(typed, [accepted], () => false)?.how).toBe('exact');
  });
});
