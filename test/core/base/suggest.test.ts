import { describe, expect, it } from 'vitest';
import { didYouMean, editDistance } from '../../../src/core/base/suggest.ts';

describe('did you mean', () => {
  it('counts insertions, deletions, substitutions and swaps of neighbours as one each', () => {
    expect(editDistance('review', 'review')).toBe(0);
    expect(editDistance('reveiw', 'review')).toBe(1);
    expect(editDistance('revew', 'review')).toBe(1);
    expect(editDistance('reviews', 'review')).toBe(1);
    expect(editDistance('', 'abc')).toBe(3);
    expect(editDistance('kitten', 'sitting')).toBe(3);
  });

  it.each([
    ['reveiw', 'review'],
    ['quizz', 'quiz'],
    ['serach', 'search'],
    ['dynamodb', 'dynamodb-rcu'],
    ['streams', 'kinesis-data-streams'],
  ])('takes %s for %s', (word, meant) => {
    const candidates = ['review', 'quiz', 'search', 'dynamodb-rcu', 'kinesis-data-streams', 'calc'];
    expect(didYouMean(word, candidates)).toBe(meant);
  });

  it('says nothing where nothing is near', () => {
    expect(didYouMean('banana', ['review', 'quiz'])).toBeUndefined();
    expect(didYouMean('', ['review'])).toBeUndefined();
    expect(didYouMean('x'.repeat(10_000), ['review'])).toBeUndefined();
  });

  it('does not take another word for a slip', () => {
    expect(didYouMean('import', ['export', 'exam'])).toBeUndefined();
    expect(didYouMean('xeport', ['export', 'exam'])).toBe('export');
  });

  it('prefers what goes on as the word does', () => {
    expect(didYouMean('sq', ['sg', 'sqs'])).toBe('sqs');
  });

  it('takes the nearest, not the first', () => {
    expect(didYouMean('sqs-fif', ['sqs', 'sqs-fifo'])).toBe('sqs-fifo');
  });
});
