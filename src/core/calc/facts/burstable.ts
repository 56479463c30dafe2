/**
 * Burstable instance types: vCPUs and CPU credits earned an hour, from the table of the EC2 user guide
 * (burstable-credits-baseline-concepts) as others quote it. The largest balance is what 24 hours earn.
 */

/** The day the table was last compared with what others quote. */
export const BURSTABLE_CHECKED = '2026-11-20';

interface Burstable {
  readonly vcpus: number;
  /** Credits an hour, decimal text. */
  readonly credits: string;
}

const LATER = {
  nano: { vcpus: 2, credits: '6' },
  micro: { vcpus: 2, credits: '12' },
  small: { vcpus: 2, credits: '24' },
  medium: { vcpus: 2, credits: '24' },
  large: { vcpus: 2, credits: '36' },
  xlarge: { vcpus: 4, credits: '96' },
  '2xlarge': { vcpus: 8, credits: '192' },
} as const satisfies Record<string, Burstable>;

const T2 = {
  nano: { vcpus: 1, credits: '3' },
  micro: { vcpus: 1, credits: '6' },
  small: { vcpus: 1, credits: '12' },
  medium: { vcpus: 2, credits: '24' },
  large: { vcpus: 2, credits: '36' },
  xlarge: { vcpus: 4, credits: '54' },
  '2xlarge': { vcpus: 8, credits: '81.6' },
} as const satisfies Record<string, Burstable>;

type Size = keyof typeof LATER;
/** An instance type of the T families. */
export type BurstableType = `${'t2' | 't3' | 't3a' | 't4g'}.${Size}`;

const family = (name: string, sizes: Readonly<Record<Size, Burstable>>) =>
  Object.entries(sizes).map(([size, burstable]) => [`${name}.${size}`, burstable] as const);

/** By instance type. */
export const BURSTABLE = Object.fromEntries([
  ...family('t2', T2),
  ...family('t3', LATER),
  ...family('t3a', LATER),
  ...family('t4g', LATER),
]) as Readonly<Record<BurstableType, Burstable>>;
