import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import type { Glossary } from '../../../src/core/course/glossary.ts';
import { bareUses, withNames } from '../../../src/core/reading/first-use.ts';
import { piecesOf, proseOf } from '../../../src/core/reading/acronyms.ts';
import { findTerm, termsIn } from '../../../src/core/reading/glossary.ts';

const term = (name: string, full = '', more: object = {}) => ({
  term: name,
  name: full,
  text: `About ${name}.`,
  topic: 'topic',
  aliases: [],
  ...more,
});
const GLOSSARY: Glossary = {
  terms: [
    term('SQS', 'Amazon Simple Queue Service'),
    term('SCP', 'service control policy'),
    term('S3', 'Amazon Simple Storage Service'),
    term('EC2', 'Amazon Elastic Compute Cloud'),
    term('SSE-KMS', 'server-side encryption with AWS KMS keys'),
    term('KMS', 'AWS Key Management Service'),
    term('DLQ', 'dead-letter queue'),
    term('API', 'application programming interface', { bare: 'everyone knows it' }),
    term('cold start', '', { aliases: ['cold starts'] }),
    term('idempotent', '', { aliases: ['idempotency'] }),
  ],
  plain: [{ words: ['AWS', 'KB'], why: 'well known' }],
};

const section = (markdown: string, id = 's') => ({ id, title: 'S', level: 2, markdown, line: 1 });
const shown = (markdown: string, title = 'A note'): string =>
  withNames(title, [section(markdown)], GLOSSARY)
    .map(each => each.markdown)
    .join('\n');
const bare = (markdown: string, title = 'A note'): readonly string[] =>
  bareUses(title, [section(markdown)], GLOSSARY).map(({ acronym }) => acronym);

describe('an abbreviation of the glossary', () => {
  it.each([
    ['A queue in SQS. SQS keeps it.', 'A queue in SQS (Amazon Simple Queue Service). SQS keeps it.'],
    ['Amazon SQS keeps it.', 'Amazon SQS (Simple Queue Service) keeps it.'],
    [
      '**SQS** and [S3](s3#x) too.',
      '**SQS** (Amazon Simple Queue Service) and [S3](s3#x) (Amazon Simple Storage Service) too.',
    ],
    ['SCPs limit.', 'SCPs (service control policies) limit.'],
    ["S3's price", "S3's (S3: Amazon Simple Storage Service) price"],
    ['a KMS-encrypted disk', 'a KMS-encrypted (KMS: AWS Key Management Service) disk'],
    [
      'SSE-KMS and KMS',
      'SSE-KMS (server-side encryption with AWS KMS keys) and KMS (AWS Key Management Service)',
    ],
    ['SQS/S3', 'SQS/S3 (SQS: Amazon Simple Queue Service; S3: Amazon Simple Storage Service)'],
    ['(in S3, say)', '(in S3 \\[Amazon Simple Storage Service\\], say)'],
    ['SQS (the queue)', 'SQS (Amazon Simple Queue Service; the queue)'],
  ])('is spelled out at its first use: %s', (markdown, wanted) => {
    expect(shown(markdown)).toBe(wanted);
  });

  it.each([
    ['a dead-letter queue (DLQ) takes it; the DLQ is a queue'],
    ['a DLQ (dead-letter queue)'],
    ['a **dead letter queue** (**DLQ**)'],
    ['the API'],
    ['`SQS` and <https://x.y/SQS> and [queue](SQS) and $SQS and /SQS'],
    ['```text\nSQS\n```'],
    ['SQSS MSQS xSQS SQS_URL'],
  ])('stays as it is where it is spelled out, well known, or code: %s', markdown => {
    expect(shown(markdown)).toBe(markdown);
  });

  it('that stands in a table first is spelled out above it', () => {
    const table = '| a | S3 |\n|---|---|\n| SQS | S3 |\n';
    expect(shown(`Text.\n\n${table}\nThen SQS.`)).toBe(
      `Text.\n\n*S3: Amazon Simple Storage Service; SQS: Amazon Simple Queue Service.*\n\n${table}\nThen SQS.`,
    );
  });

  it('is spelled out once in a note, and not where its title does', () => {
    const sections = [section('In S3.', 'a'), section('From S3.', 'b')];
    expect(withNames('N', sections, GLOSSARY).map(({ markdown }) => markdown)).toEqual([
      'In S3 (Amazon Simple Storage Service).',
      'From S3.',
    ]);
    expect(shown('A DLQ.', 'Dead-letter queue (DLQ)')).toBe('A DLQ.');
  });

  it('leaves everything but what it adds', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('S3', 'SQS', ' ', '`', '(', ')', '[', ']', '|', '\n', 'x', '*', '~'),
        }),
        text => {
          expect(
            piecesOf(text)
              .map(piece => piece.text)
              .join(''),
          ).toBe(text);
          expect(proseOf(text)).toHaveLength(text.length);
          const long = shown(text);
          let at = 0;
          for (const character of long) if (character === text.charAt(at)) at++;
          expect(at).toBe(text.length);
        },
      ),
    );
  });
});

describe('an abbreviation that nobody explains', () => {
  it('is found at its first use', () => {
    expect(bare('An NLB and an NLB. Later: network load balancer (NLB).')).toEqual(['NLB']);
    expect(bare('See the OAC-signed request of S3/EFS.')).toEqual(['OAC', 'EFS']);
  });

  it.each([
    ['a network load balancer (NLB)'],
    ['an NLB (network load balancer)'],
    ['equal-cost multipath (ECMP)'],
    ['**Virtual interfaces** (VIFs) run over it'],
    ['SQS, AWS, 5 KB, T3, V1, x86, IPv4, `NLB`'],
  ])('is not one that is spelled out, known, or the name of a type: %s', markdown => {
    expect(bare(markdown)).toEqual([]);
  });

  it('is one, although its title has it', () => {
    expect(bare('The NLB.', 'NLB')).toEqual(['NLB']);
  });
});

describe('the glossary', () => {
  it('finds a term by any of its names, in any case, also in the plural', () => {
    const found = ['sqs', 'simple queue service', 'SCPs', 'Cold-Start', 'idempotency'].map(
      word => findTerm(GLOSSARY, word)?.term,
    );
    expect(found).toEqual(['SQS', 'SQS', 'SCP', 'cold start', 'idempotent']);
    expect(findTerm(GLOSSARY, '__proto__')).toBeUndefined();
  });

  it('says which terms stand in a text, outside code', () => {
    expect(
      termsIn(['SCPs are **idempotent**; Cold starts take long. `SQS` is code, s3 is small.'], GLOSSARY).map(
        each => each.term,
      ),
    ).toEqual(['SCP', 'cold start', 'idempotent']);
  });
});
