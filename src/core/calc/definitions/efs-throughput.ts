import { add, divide, isZero, max, multiply, rational } from '../../number/rational.ts';
import { calculator } from '../engine/define.ts';
import { EFS } from '../facts/facts.ts';
import { size } from '../inputs/quantity-inputs.ts';

const KIB = rational(1024);
const DAY = rational(24);

/** Baseline, burst and its length. */
export const definition = calculator({
  source: {
    title: 'Amazon EFS performance specifications',
    url: 'https://docs.aws.amazon.com/efs/latest/ug/performance.html',
    checked: '2026-11-20',
  },
  inputs: {
    storage: size('GiB', {
      help: 'data in the file system, standard storage',
      samples: ['100GiB', '256GiB', '500GiB', '800GiB', '2TiB', '4TiB'],
    }),
  },
  facts: EFS,
})
  .step('baselineMiBps', {
    label: 'Baseline throughput',
    unit: 'MiB/s',
    formula: '{storage} × {baselinePerGib} KiB/s / 1,024',
    compute: v => divide(multiply(v.storage, v.baselinePerGib), KIB),
  })
  .step('burstMiBps', {
    label: 'Burst throughput',
    unit: 'MiB/s',
    formula: 'max({leastBurst}, {burstPerTib} × {storage} / 1,024)',
    compute: v => max(v.leastBurst, multiply(v.burstPerTib, divide(v.storage, KIB))),
  })
  .step('burstHoursPerDay', {
    label: 'Time it can burst each day',
    unit: 'hours',
    formula: '24 × {baselineMiBps} / {burstMiBps}',
    compute: v =>
      isZero(v.burstMiBps) ? v.burstMiBps : multiply(DAY, divide(v.baselineMiBps, v.burstMiBps)),
  })
  .results({ baselineMiBps: 'measure', burstMiBps: 'measure', burstHoursPerDay: 'measure' }, 'baselineMiBps')
  .mistake('mib-for-kib', 'Takes 50 MiB/s for each GiB; that is what each TiB has.', {
    baselineMiBps: v => multiply(v.storage, v.baselinePerGib),
  })
  .mistake('decimal', 'Divides by 1,000 instead of 1,024.', {
    baselineMiBps: v => divide(multiply(v.storage, v.baselinePerGib), rational(1000)),
  })
  .mistake('burst-as-baseline', 'Takes the burst throughput for the baseline.', {
    baselineMiBps: v => max(v.leastBurst, multiply(v.burstPerTib, divide(v.storage, KIB))),
  })
  .mistake('as-reads', 'Gives what reads may have, which count as a third of their size.', {
    baselineMiBps: v => multiply(v.baselineMiBps, rational(3)),
  })
  .mistake('a-third', 'Divides by three; it is reads that count as a third of their size.', {
    baselineMiBps: v => divide(v.baselineMiBps, rational(3)),
  })
  .mistake('no-floor', 'Forgets that every file system bursts to 100 MiB/s at least.', {
    burstMiBps: v => multiply(v.burstPerTib, divide(v.storage, KIB)),
  })
  .mistake('always-floor', 'Takes 100 MiB/s for the burst of every file system.', {
    burstMiBps: v => v.leastBurst,
  })
  .mistake('added', 'Adds 100 MiB/s to what each TiB gives; the larger of both counts.', {
    burstMiBps: v => add(v.leastBurst, multiply(v.burstPerTib, divide(v.storage, KIB))),
  })
  .mistake('baseline-as-burst', 'Takes the baseline throughput for the burst.', {
    burstMiBps: v => v.baselineMiBps,
  })
  .mistake('half', 'Takes half of the storage for what counts.', {
    baselineMiBps: v => divide(v.baselineMiBps, rational(2)),
  })
  .notes(() => [
    'Credits come in at the baseline rate all the time; reads are metered at a third, so they may be three times as fast.',
    'This is bursting mode; elastic throughput is what AWS recommends today, and provisioned throughput does not depend on size.',
  ])
  .question(
    'baselineMiBps',
    'A file system in EFS bursting mode stores {storage}. What is its baseline throughput in MiB/s, at 50 KiB/s for each GiB?',
  )
  .question(
    'burstHoursPerDay',
    'An EFS file system in bursting mode holds {storage} (50 KiB/s for each GiB as baseline, bursts of 100 MiB/s for each TiB and at least 100 MiB/s). For how many hours a day can it burst?',
    { storage: ['100GiB', '256GiB', '500GiB', '800GiB'] },
  )
  .question(
    'burstMiBps',
    'To which throughput in MiB/s can an EFS file system of {storage} burst, at 100 MiB/s for each TiB and at least 100 MiB/s?',
    { storage: ['500GiB', '2TiB', '3TiB', '4TiB', '10TiB'] },
  )
  .example({ storage: '100GiB' })
  .example({ storage: '10TiB' })
  .build();
