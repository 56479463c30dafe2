import type { Rational } from '../../number/rational.ts';
import { add, ceil, divide, max, multiply, ONE, rational, subtract, ZERO } from '../../number/rational.ts';
import { calculator } from '../engine/define.ts';
import { SNS } from '../facts/facts.ts';
import { count, size } from '../inputs/quantity-inputs.ts';
import { flag } from '../inputs/word-inputs.ts';

const MILLION = rational(1_000_000);
const HUNDRED_THOUSAND = rational(100_000);

const beyond = (amount: Rational, free: Rational, without: boolean): Rational =>
  without ? amount : max(ZERO, subtract(amount, free));

/** What publishing and delivering cost a month. */
export const definition = calculator({
  source: { title: 'Amazon SNS pricing', url: 'https://aws.amazon.com/sns/pricing/', checked: '2026-11-20' },
  inputs: {
    publishes: count('publishes', {
      help: 'messages published a month',
      samples: ['3M', '5M', '8M', '10M', '20M'],
    }),
    'message-size': size('KB', {
      help: 'size of one message, at most 256 KB',
      default: '1KB',
      max: '256',
      samples: ['2KB', '70KB', '100KB', '130KB', '200KB'],
    }),
    http: count('deliveries', {
      help: 'HTTP deliveries a month',
      default: '0',
      samples: ['2M', '5M', '10M', '12M'],
    }),
    email: count('deliveries', {
      help: 'e-mail deliveries a month',
      default: '0',
      samples: ['20000', '50000', '100000', '150000'],
    }),
    'no-free-tier': flag({ help: 'without the monthly free tier' }),
  },
  facts: SNS,
})
  .step('chunks', {
    label: 'Requests billed for one message',
    unit: 'requests',
    formula: 'ceil({message-size} / {chunk} KB), at least 1',
    compute: v => max(ONE, ceil(divide(v['message-size'], v.chunk))),
  })
  .step('requests', {
    label: 'Publish requests billed',
    unit: 'requests',
    formula: '{publishes} × {chunks}',
    compute: v => multiply(v.publishes, v.chunks),
  })
  .step('publishUsd', {
    label: 'Publishing',
    unit: 'USD',
    formula: v =>
      `${v['no-free-tier'] ? '{requests}' : 'max(0, {requests} - {freePublishes})'} / 1,000,000 × {publishPrice}`,
    compute: v =>
      multiply(divide(beyond(v.requests, v.freePublishes, v['no-free-tier']), MILLION), v.publishPrice),
  })
  .step('httpUsd', {
    label: 'HTTP deliveries',
    unit: 'USD',
    formula: v => `${v['no-free-tier'] ? '{http}' : 'max(0, {http} - {freeHttp})'} / 1,000,000 × {httpPrice}`,
    compute: v => multiply(divide(beyond(v.http, v.freeHttp, v['no-free-tier']), MILLION), v.httpPrice),
    shown: v => v.http.n > 0n,
  })
  .step('emailUsd', {
    label: 'E-mail deliveries',
    unit: 'USD',
    formula: v =>
      `${v['no-free-tier'] ? '{email}' : 'max(0, {email} - {freeEmails})'} / 100,000 × {emailPrice}`,
    compute: v =>
      multiply(divide(beyond(v.email, v.freeEmails, v['no-free-tier']), HUNDRED_THOUSAND), v.emailPrice),
    shown: v => v.email.n > 0n,
  })
  .step('deliveryUsd', {
    label: 'Deliveries',
    unit: 'USD',
    formula: v => {
      const parts = [...(v.http.n > 0n ? ['{httpUsd}'] : []), ...(v.email.n > 0n ? ['{emailUsd}'] : [])];
      return parts.length === 0 ? 'none that is billed' : parts.join(' + ');
    },
    compute: v => add(v.httpUsd, v.emailUsd),
  })
  .step('totalUsd', {
    label: 'Cost a month',
    unit: 'USD',
    formula: '{publishUsd} + {deliveryUsd}',
    compute: v => add(v.publishUsd, v.deliveryUsd),
  })
  .results({ requests: 'count', publishUsd: 'usd', deliveryUsd: 'usd', totalUsd: 'usd' }, 'totalUsd')
  .mistake('no-chunks', 'Counts one request a message whatever its size; each 64 KB is one.', {
    chunks: () => ONE,
  })
  .mistake(
    'forgot-free-tier',
    'Bills what is free every month: a million publishes, 100,000 HTTP deliveries, 1,000 e-mails.',
    {
      publishUsd: v => multiply(divide(v.requests, MILLION), v.publishPrice),
      httpUsd: v => multiply(divide(v.http, MILLION), v.httpPrice),
      emailUsd: v => multiply(divide(v.email, HUNDRED_THOUSAND), v.emailPrice),
    },
  )
  .mistake('no-deliveries', 'Forgets the deliveries, which cost more than publishing.', {
    deliveryUsd: () => ZERO,
  })
  .mistake(
    'paid-deliveries',
    'Bills every message twice: a delivery to SQS or Lambda is no publish request.',
    {
      requests: v => multiply(v.publishes, v.chunks, rational(2)),
    },
  )
  .mistake('no-publishing', 'Forgets the publishing.', { publishUsd: () => ZERO })
  .mistake('chunked-deliveries', 'Bills HTTP deliveries in 64 KB chunks as well.', {
    httpUsd: v => multiply(divide(multiply(v.http, v.chunks), MILLION), v.httpPrice),
  })
  .mistake('sqs-price', 'Takes the $0.40 a million of a standard SQS queue for publishing.', {
    publishUsd: v => multiply(v.publishUsd, rational(4, 5)),
  })
  .mistake('email-per-million', 'Takes the price of 100,000 e-mails for a million.', {
    emailUsd: v => divide(v.emailUsd, rational(10)),
  })
  .notes(() => [
    'Deliveries to SQS and Lambda are free; SMS and mobile push have prices of their own.',
    'Prices of SMS depend on country and route; the single price in older texts is obsolete.',
  ])
  .question(
    'totalUsd',
    'A topic publishes {publishes} messages of {message-size} a month to SQS queues only. At $0.50 a million requests of 64 KB after a free million, what does it cost?',
  )
  .question(
    'totalUsd',
    'An application publishes {publishes} small messages a month, and SNS makes {http} HTTP deliveries. Publishing costs $0.50 a million after a free million, HTTP $0.60 a million after 100,000 free ones. What is the bill?',
  )
  .question(
    'totalUsd',
    'A shop publishes {publishes} messages of 2 KB and sends {email} e-mails through SNS in a month ($0.50 a million publishes after a free million, $2.00 for 100,000 e-mails after 1,000 free ones). What does the month cost?',
    { 'message-size': '2KB' },
  )
  .example({ publishes: '10M' })
  .example({ publishes: '10M', 'message-size': '256KB', http: '10M', email: '50000' })
  .build();
