import { decimal, divide, multiply, rational } from '../../number/rational.ts';
import { calculator } from '../engine/define.ts';
import { number, percent, size } from '../inputs/quantity-inputs.ts';

const BITS = rational(8);
const HOUR = rational(3600);
const DAY = rational(24);
const HUNDRED = rational(100);

/** How long data takes over a line. */
export const definition = calculator({
  source: {
    title: 'AWS Snow family and online transfer: planning',
    url: 'https://docs.aws.amazon.com/whitepapers/latest/how-aws-pricing-works/aws-snow-family.html',
    checked: '2026-11-20',
  },
  inputs: {
    data: size('GB', { help: 'data to move', kilo: 1000, samples: ['500GB', '2TB', '5TB', '10TB', '50TB'] }),
    bandwidth: number('Mb/s', {
      help: 'speed of the line',
      min: '0.000001',
      also: [
        ['kb/s', rational(1, 1000)],
        ['Gb/s', rational(1000)],
        ['Mbps', rational(1)],
        ['Gbps', rational(1000)],
        ['MB/s', rational(8)],
      ],
      samples: ['50', '100', '200', '500', '1000'],
    }),
    utilisation: percent({
      help: 'share of the line that can be used',
      default: '80',
      min: '0.000001',
      samples: ['50%', '60%', '75%', '80%', '90%'],
    }),
  },
})
  .step('megabits', {
    label: 'Megabits to move',
    unit: 'Mb',
    formula: '{data} × 1,000 × 8',
    compute: v => multiply(v.data, rational(1000), BITS),
  })
  .step('speed', {
    label: 'Speed that is left',
    unit: 'Mb/s',
    formula: '{bandwidth} × {utilisation}',
    compute: v => divide(multiply(v.bandwidth, v.utilisation), HUNDRED),
  })
  .step('hours', {
    label: 'Time in hours',
    unit: 'hours',
    formula: '{megabits} / {speed} / 3,600',
    compute: v => divide(v.megabits, multiply(v.speed, HOUR)),
  })
  .step('days', {
    label: 'Time in days',
    unit: 'days',
    formula: '{hours} / 24',
    compute: v => divide(v.hours, DAY),
  })
  .results({ hours: 'measure', days: 'measure' }, 'days')
  .mistake('bytes-for-bits', 'Takes megabits for megabytes: a byte has 8 bits.', {
    megabits: v => multiply(v.data, rational(1000)),
  })
  .mistake('full-line', 'Takes the whole line, although only part of it can be used.', {
    speed: v => v.bandwidth,
  })
  .mistake('ten-bits', 'Counts 10 bits a byte.', { megabits: v => multiply(v.data, rational(10_000)) })
  .mistake('binary', 'Takes GB and TB for powers of 1,024.', {
    megabits: v => multiply(v.data, decimal('1.073741824'), rational(1000), BITS),
  })
  .mistake('minutes', 'Divides by 60 once, and so takes minutes for hours.', {
    hours: v => divide(v.megabits, multiply(v.speed, rational(60))),
  })
  .mistake('twice', 'Applies the share of the line twice.', {
    speed: v => divide(multiply(v.speed, v.utilisation), HUNDRED),
  })
  .notes(v => [
    v.days.n > 7n * v.days.d && 'More than a week: shipping devices or a faster line is often chosen then.',
    'Line speeds count bits in powers of 1,000: 1 Gb/s are 125 MB/s.',
  ])
  .question(
    'days',
    '{data} are to be moved over a line of {bandwidth} Mb/s, of which {utilisation} can be used. How many days does it take? (1 TB is 1,000 GB.)',
  )
  .question(
    'hours',
    'A backup of {data} goes over {bandwidth} Mb/s at a utilisation of {utilisation}. How many hours does the transfer take? (1 GB is 1,000 MB.)',
    { data: ['200GB', '500GB', '1TB', '2TB'] },
  )
  .question(
    'days',
    'A company compares shipping a device with its line of {bandwidth} Mb/s, {utilisation} of which is free. How many days would {data} take online? (1 TB is 1,000 GB.)',
    { data: ['10TB', '20TB', '50TB', '80TB'] },
  )
  .example({ data: '10TB', bandwidth: '100' })
  .example({ data: '500GB', bandwidth: '1Gb/s', utilisation: '50%' })
  .build();
