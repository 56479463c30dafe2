import {
  add,
  ceil,
  compare,
  divide,
  max,
  multiply,
  ONE,
  rational,
  subtract,
  ZERO,
} from '../../number/rational.ts';
import { calculator } from '../engine/define.ts';
import { SQS } from '../facts/facts.ts';
import { count, size } from '../inputs/quantity-inputs.ts';
import { choice, flag } from '../inputs/word-inputs.ts';

const MILLION = rational(1_000_000);
/** KB that one call may carry. */
const LARGEST_CALL = rational(1024);

/** Requests that are billed, and what a month costs. */
export const definition = calculator({
  source: { title: 'Amazon SQS pricing', url: 'https://aws.amazon.com/sqs/pricing/', checked: '2026-11-20' },
  inputs: {
    messages: count('messages', { help: 'messages a month', samples: ['5M', '10M', '20M', '50M', '100M'] }),
    'message-size': size('KB', {
      help: 'size of one message, at most 1 MiB',
      max: '1024',
      samples: ['4KB', '10KB', '60KB', '80KB', '100KB'],
    }),
    batch: count('messages', {
      help: 'messages sent, received and deleted in one call, 1 to 10',
      default: '1',
      min: '1',
      max: '10',
      samples: ['2', '5', '10'],
    }),
    fifo: flag({ help: 'a FIFO queue' }),
    'no-free-tier': flag({ help: 'without the free million of requests' }),
    actions: choice(
      { '1': 'send only', '2': 'send and receive', '3': 'send, receive and delete' },
      { help: 'what is done with each message: send, receive, delete', default: '3' },
    ),
  },
  facts: SQS,
})
  .rule(['message-size', 'batch'], v =>
    compare(multiply(v['message-size'], v.batch), LARGEST_CALL) > 0
      ? 'is too large for the batch: the messages of one call may have 1 MiB together'
      : null,
  )
  .step('batches', {
    label: 'Batches a month',
    unit: 'batches',
    formula: 'ceil({messages} / {batch})',
    compute: v => ceil(divide(v.messages, v.batch)),
  })
  .step('chunks', {
    label: 'Requests billed for the payload of one call',
    unit: 'requests',
    formula: 'ceil({batch} × {message-size} / {chunk} KB), at least 1',
    compute: v => max(ONE, ceil(divide(multiply(v.batch, v['message-size']), v.chunk))),
  })
  .step('perBatch', {
    label: 'Requests billed for one batch',
    unit: 'requests',
    formula: v => ['{chunks}', '{chunks}', '1'].slice(0, Number(v.actions)).join(' + '),
    compute: v => {
      const parts = [v.chunks, v.chunks, ONE].slice(0, Number(v.actions));
      return parts.reduce(add);
    },
  })
  .step('requests', {
    label: 'Requests billed a month',
    unit: 'requests',
    formula: '{batches} × {perBatch}',
    compute: v => multiply(v.batches, v.perBatch),
  })
  .step('paid', {
    label: 'Requests beyond the free ones',
    unit: 'requests',
    formula: v => (v['no-free-tier'] ? '{requests}' : 'max(0, {requests} - {freeRequests})'),
    compute: v => (v['no-free-tier'] ? v.requests : max(ZERO, subtract(v.requests, v.freeRequests))),
  })
  .step('totalUsd', {
    label: 'Cost a month',
    unit: 'USD',
    formula: v => `{paid} / 1,000,000 × ${v.fifo ? '{fifoPrice}' : '{standardPrice}'}`,
    compute: v => multiply(divide(v.paid, MILLION), v.fifo ? v.fifoPrice : v.standardPrice),
  })
  .results({ requests: 'count', totalUsd: 'usd' }, 'totalUsd')
  .mistake('only-sends', 'Counts the sends alone; receiving and deleting are requests too.', {
    perBatch: v => v.chunks,
  })
  .mistake('no-chunks', 'Counts one request a call whatever its size; each 64 KB of payload is one.', {
    chunks: () => ONE,
  })
  .mistake('no-batch', 'Counts every message as a call of its own, although they travel in batches.', {
    batches: v => v.messages,
    chunks: v => max(ONE, ceil(divide(v['message-size'], v.chunk))),
  })
  .mistake('chunked-delete', 'Bills the delete by the size of the messages; a delete carries none.', {
    perBatch: v => multiply(v.chunks, rational(Number(v.actions))),
  })
  .mistake('forgot-free-tier', 'Bills the first million of requests, which are free every month.', {
    paid: v => v.requests,
  })
  .mistake('other-queue', 'Takes the price of the other kind of queue.', {
    totalUsd: v => multiply(divide(v.paid, MILLION), v.fifo ? v.standardPrice : v.fifoPrice),
  })
  .notes(() => [
    'Every call counts, also a receive that finds nothing: an idle consumer with long polling of 20 s makes 131,400 receives a month, with a poll every second 2,628,000.',
    'A message may have 1 MiB; until 2025 it was 256 KB, which is 4 requests.',
  ])
  .question(
    'totalUsd',
    'An application sends {messages} messages of {message-size} a month to a standard queue, and receives and deletes each on its own. Payload is billed in requests of 64 KB at $0.40 a million after a free million. What does the month cost?',
  )
  .question(
    'requests',
    'A producer sends {messages} messages of {message-size} a month in batches of {batch}; a consumer receives and deletes them in batches of the same size. How many requests are billed, the free tier not yet subtracted?',
    { 'message-size': ['4KB', '10KB', '20KB', '30KB'] },
  )
  .question(
    'totalUsd',
    'A FIFO queue carries {messages} messages of {message-size} a month, handled in batches of {batch} from send to delete. At $0.50 a million requests of 64 KB after a free million, what is the bill?',
    { 'message-size': ['4KB', '10KB', '20KB', '60KB'], fifo: true },
  )
  .example({ messages: '10M', 'message-size': '10KB' })
  .example({ messages: '10M', 'message-size': '10KB', batch: '10' })
  .build();
