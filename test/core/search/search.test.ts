import * as fc from 'fast-check';
import Fuse from 'fuse.js';
import { describe, expect, it } from 'vitest';
import type { Searchable } from '../../../src/core/search/documents.ts';
import { queryWords, searchDocuments } from '../../../src/core/search/search.ts';
import { searchableText, searchableTitle, termsOf } from '../../../src/core/base/search-spelling.ts';
import { wordsNear } from '../../../src/core/search/vocabulary.ts';
import { excerptAround, matchRanges } from '../../../src/core/search/search-excerpt.ts';

interface Document extends Searchable {
  readonly ref: string;
}

const doc = (ref: string, title: string, text: string, type = 'section', topic = 'sqs'): Document => ({
  ref,
  type,
  topic,
  title,
  text: searchableText(text),
});

const COURSE: readonly Document[] = [
  doc(
    'sqs#polling',
    'Short and long polling',
    'A receive waits. The visibility of a message ends with its timeout.',
  ),
  doc('sqs#life', 'The life of a message', 'Hidden for the visibility timeout of 30 seconds.'),
  doc('sqs#visibility', 'Visibility timeout', 'A received message is hidden from other consumers.'),
  doc('sqs#timeout', 'Timeout', 'How visibility ends.'),
  doc('lambda#limits', 'Limits', 'Timeout of 15 minutes. A lazy start.', 'section', 'lambda'),
  doc('dynamodb#az', 'Zones', 'Copies in every AZ.', 'section', 'dynamodb'),
  doc('card-1', 'How long is the visibility timeout?', '30 seconds', 'card'),
];

const find = (query: string, limit = 10, types?: readonly string[]) =>
  searchDocuments(COURSE, query, types === undefined ? { limit } : { limit, types });
const refs = (query: string): readonly string[] => find(query).hits.map(({ document }) => document.ref);

describe('search', () => {
  it('finds what has all the words, the title before the text and words in a row before scattered ones', () => {
    expect(refs('visibility timeout')).toEqual([
      'sqs#visibility',
      'card-1',
      'sqs#timeout',
      'sqs#life',
      'sqs#polling',
    ]);
  });

  it('takes words in any order, in capitals, quoted, with spaces around', () => {
    const expected = refs('timeout visibility');
    expect(new Set(expected)).toEqual(new Set(refs('visibility timeout')));
    expect(refs('  "Timeout   VISIBILITY"? ')).toEqual(expected);
  });

  it('puts words of their own before parts of other words', () => {
    expect(refs('az')).toEqual(['dynamodb#az', 'lambda#limits']);
  });

  it('takes the name of the topic for one of the words, but not alone', () => {
    expect(refs('lambda timeout')).toEqual(['lambda#limits']);
    expect(refs('lambda')).toEqual([]);
  });

  it('mends a word that stands nowhere and says so', () => {
    const found = find('visibilty timout');
    expect(found.corrected).toBe('visibility timeout');
    expect(found.words).toEqual(['visibility', 'timeout']);
    expect(found.hits.map(({ document }) => document.ref)).toEqual(refs('visibility timeout'));
  });

  it('of several words that are near takes the one that stands together with the others', () => {
    const documents = [
      doc('a', 'Later', 'Things that happen later, and later still.'),
      doc('b', 'Dead-letter queue', 'Messages that failed.'),
      doc('c', 'Dead ends', 'Come back later.'),
      doc('d', 'Dead-letter queues', 'More of them.'),
    ];
    expect(searchDocuments(documents, 'dead leter', { limit: 5 }).corrected).toBe('dead letter');
  });

  it('mends nothing where every word stands somewhere', () => {
    expect(find('lazy polling')).toEqual({ hits: [], totals: new Map(), words: ['lazy', 'polling'] });
  });

  it('finds nothing for words far from any other', () => {
    expect(find('qqqqxxxxzzzz').hits).toEqual([]);
    expect(find('qqqqxxxxzzzz').corrected).toBeUndefined();
    expect(find('  ').hits).toEqual([]);
  });

  it('gives at most so many of each type, counts all, and keeps to the types that are asked for', () => {
    const few = find('timeout', 2);
    expect(few.hits.map(({ document }) => document.type).sort()).toEqual(['card', 'section', 'section']);
    expect(few.totals).toEqual(
      new Map([
        ['section', 5],
        ['card', 1],
      ]),
    );
    expect(find('timeout', 10, ['card']).hits.map(({ document }) => document.ref)).toEqual(['card-1']);
  });

  it('ranks the best of thousands of matches', () => {
    const many = Array.from({ length: 3000 }, (_, i) => doc(`x${i}`, `Section ${i}`, 'about queues'));
    const found = searchDocuments([...many, doc('best', 'Queues', '')], 'queues', { limit: 3 });
    expect(found.hits[0]?.document.ref).toBe('best');
    expect(found.totals.get('section')).toBe(3001);
  });

  it('compares a mistyped word with all that fuse.js would find near it', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abcde-é1'), minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(fc.uniqueArray(letters, { maxLength: 40 }), letters, (vocabulary, mistyped) => {
        const found = (words: readonly string[]): readonly string[] =>
          new Fuse(words, { threshold: 0.4, distance: 40 }).search(mistyped).map(({ item }) => item);
        expect(found(wordsNear(vocabulary, mistyped, 0.4))).toEqual(found(vocabulary));
      }),
    );
  });

  it('never fails, whatever is typed, and finds only what has the words', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom('__proto__', '.*', '^vis', "'", '!x', '\u001b[2J')),
        query => {
          const { hits, words } = find(query);
          for (const { document } of hits) {
            const { title, text, topic } = document;
            const searched = `${searchableTitle(title)} ${text} ${topic}`;
            for (const term of termsOf(words)) {
              expect(term.some(spelling => searched.includes(spelling.text))).toBe(true);
            }
          }
        },
      ),
    );
  });
});

describe('spellings', () => {
  const documents = [
    doc('a', 'Pre-signed URLs', 'An X-Ray on-demand trace in 10 GB.', 'section', 's3'),
    doc('b', 'Łódź', 'Straße, café, ﬁle; 5GiB in a multi-region dead letter queue.', 'section', 'city'),
    doc('c', 'Policies', 'Addresses of classes.', 'section', 'iam'),
  ];
  const found = (query: string): readonly string[] =>
    searchDocuments(documents, query, { limit: 5, mend: 'no' }).hits.map(({ document }) => document.ref);

  it.each([
    ['presigned url', 'a'],
    ['pre-signed urls', 'a'],
    ['pre signed url', 'a'],
    ['xray', 'a'],
    ['x-ray', 'a'],
    ['x ray', 'a'],
    ['ondemand', 'a'],
    ['10GB', 'a'],
    ['10 gb', 'a'],
    ['5 GiB', 'b'],
    ['5GiB', 'b'],
    ['lodz', 'b'],
    ['łódź', 'b'],
    ['strasse', 'b'],
    ['cafe', 'b'],
    ['café', 'b'],
    ['file', 'b'],
    ['multiregion', 'b'],
    ['dead-letter queues', 'b'],
    ['policy', 'c'],
    ['address', 'c'],
    ['class', 'c'],
  ])('%s finds what is written otherwise', (query, ref) => {
    expect(found(query)).toEqual([ref]);
  });

  it('of a topic come first when they are its id, title or alias, whatever mentions them', () => {
    const topics = [
      doc('other#sqs', 'SQS', 'SQS and SQS', 'section', 'other'),
      doc('queues', 'Overview', 'How it works.', 'section', 'queues'),
      doc('queues#more', 'More', 'Of SQS.', 'section', 'queues'),
    ];
    const names = new Map([['queues', ['queues', 'Message queues', 'sqs', 'simple-queue-service']]]);
    const first = (query: string): string | undefined =>
      searchDocuments(topics, query, { limit: 5, names }).hits[0]?.document.topic;
    for (const query of ['sqs', 'message queue', 'Simple Queue Service', 'queues']) {
      expect(first(query)).toBe('queues');
    }
  });

  it('as whole words come before beginnings of words, those before parts, also where they are in a title', () => {
    const some = [
      doc('part', 'Miracles', '', 'section', 'x'),
      doc('start', 'Aclarations', '', 'section', 'x'),
      doc('whole', 'Rules', 'A network ACL.', 'section', 'x'),
    ];
    expect(searchDocuments(some, 'acl', { limit: 5 }).hits.map(({ document }) => document.ref)).toEqual([
      'whole',
      'start',
      'part',
    ]);
  });
});

describe('words of a query', () => {
  it('lose the marks around them, not those within', () => {
    expect(queryWords('"at-least-once", $0.40 (256 KB)? sqs sqs')).toEqual([
      'at-least-once',
      '$0.40',
      '256',
      'kb',
      'sqs',
    ]);
  });
});

describe('excerpts', () => {
  const text = `${'before '.repeat(40)}the Visibility Timeout hides it ${'behind '.repeat(40)}`.trim();

  it('show the words with what stands around, cut between words', () => {
    const { excerpt, ranges } = excerptAround(text, ['visibility', 'timeout'], 80);
    expect(excerpt).toMatch(/^…before .*before the Visibility Timeout hides it behind .*behind…$/);
    expect(excerpt.length).toBeLessThanOrEqual(82);
    expect(ranges.map(({ start, end }) => excerpt.slice(start, end))).toEqual(['Visibility', 'Timeout']);
  });

  it('show the stretch with the most of the words', () => {
    const scattered = `timeout ${'x '.repeat(100)}visibility timeout ${'y '.repeat(100)}`;
    expect(excerptAround(scattered, ['visibility', 'timeout'], 60).excerpt).toContain('visibility timeout');
  });

  it('show a short text whole, and a long one without the words from its beginning', () => {
    expect(excerptAround('all of it', ['of'], 20)).toEqual({
      excerpt: 'all of it',
      ranges: [{ start: 4, end: 6 }],
    });
    expect(excerptAround(text, ['none'], 20).excerpt).toMatch(/^before before/);
  });

  it('join ranges that overlap', () => {
    expect(matchRanges('timeouts', ['time', 'meout'])).toEqual([{ start: 0, end: 7 }]);
  });

  it('point at words as they are written, however they are spelled', () => {
    const marked = (text: string, ...words: readonly string[]): readonly string[] =>
      matchRanges(text, words).map(({ start, end }) => text.slice(start, end));
    expect(marked('İ timeout', 'timeout')).toEqual(['timeout']);
    expect(marked('An X-Ray trace of pre-signed URLs', 'xray', 'presigned', 'url')).toEqual([
      'X-Ray',
      'pre-signed',
      'URL',
    ]);
    expect(marked('At most 10 GB, or 10GB.', '10gb')).toEqual(['10 GB', '10GB']);
    expect(marked('Straße in Łódź, the ﬁle', 'strasse', 'lodz', 'file')).toEqual(['Straße', 'Łódź', 'ﬁle']);
    expect(marked('One queue, many queues', 'queues')).toEqual(['queue', 'queues']);
  });

  it('are never longer than asked, split no character, and point at the words', () => {
    const words = fc.array(fc.constantFrom('sqs', 'queue', 'the', '👩‍👧', '日本語', 'visibility'), {
      maxLength: 80,
    });
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 200 }), (list, length) => {
        const { excerpt, ranges } = excerptAround(list.join(' '), ['queue'], length);
        expect(excerpt.length).toBeLessThanOrEqual(length + 2);
        expect(excerpt).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/);
        for (const { start, end } of ranges) expect(excerpt.slice(start, end)).toBe('queue');
      }),
    );
  });
});
