import { add, power, rational, subtract, toNumber } from '../../number/rational.ts';
import type { Rational } from '../../number/rational.ts';
import { formatNumber } from '../../number/quantity-format.ts';
import { calculator } from '../engine/define.ts';
import { VPC } from '../facts/facts.ts';
import type { Block } from '../inputs/ipv4.ts';
import { addressesOf, formatAddress, parsePrefix, readBlock } from '../inputs/ipv4.ts';
import { count } from '../inputs/quantity-inputs.ts';
import { text } from '../inputs/word-inputs.ts';

const TWO = rational(2);
const LEAST_PREFIX = 16;
const MOST_PREFIX = 28;

/** Longest prefix whose subnet holds so many hosts. */
const prefixFor = (hosts: Rational, reserved: Rational): number => {
  const needed = toNumber(add(hosts, reserved));
  let prefix = MOST_PREFIX;
  while (prefix > LEAST_PREFIX && addressesOf(prefix) < needed) prefix--;
  return prefix;
};

const total = (block: Block): Rational => power(TWO, 32 - block.prefix);

/** Addresses of a block, subnets, smallest prefix. */
export const definition = calculator({
  source: {
    title: 'Subnet CIDR blocks',
    url: 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html',
    checked: '2026-11-20',
  },
  inputs: {
    cidr: text<Block>({
      help: 'IPv4 block, /16 to /28',
      placeholder: '<CIDR>',
      positional: true,
      optional: true,
      parse: readBlock,
      show: block => block.text,
      toJson: block => block.text,
      samples: [
        '10.0.0.0/20',
        '10.0.4.0/22',
        '172.16.0.0/23',
        '192.168.1.0/24',
        '10.0.8.0/25',
        '10.1.0.0/26',
      ],
    }),
    into: text<number>({
      help: 'prefix of the subnets it is divided into',
      placeholder: '<prefix>',
      optional: true,
      parse: typed => {
        const prefix = parsePrefix(typed);
        return prefix === null || prefix > MOST_PREFIX || prefix < LEAST_PREFIX
          ? { ok: false, message: 'must be a prefix from 16 to 28, such as 24' }
          : { ok: true, value: prefix };
      },
      show: prefix => `/${prefix}`,
      toJson: prefix => prefix,
      samples: ['26', '27', '28'],
    }),
    hosts: count('hosts', {
      help: 'hosts that a subnet must hold, at most 65,531',
      optional: true,
      max: '65531',
      samples: ['12', '30', '60', '120', '250', '500'],
    }),
  },
  facts: VPC,
})
  .rule(['cidr', 'hosts'], v =>
    v.cidr === null && v.hosts === null ? 'is missing: give a block such as 10.0.0.0/16, or --hosts' : null,
  )
  .rule(['into', 'cidr'], v => {
    if (v.into === null) return null;
    if (v.cidr === null) return 'needs a block to divide';
    return v.into < v.cidr.prefix ? `must not be shorter than /${v.cidr.prefix}` : null;
  })
  .step('network', {
    label: 'Network',
    formula: '{cidr}',
    compute: v => v.cidr?.text ?? null,
    shown: v => v.cidr !== null,
  })
  .step('total', {
    label: 'Addresses',
    unit: 'addresses',
    formula: v => `2^(32 - ${v.cidr?.prefix ?? 32})`,
    compute: v => (v.cidr === null ? null : total(v.cidr)),
    shown: v => v.cidr !== null,
  })
  .step('first', {
    label: 'First address',
    formula: 'the address of the network',
    compute: v => (v.cidr === null ? null : formatAddress(v.cidr.first)),
    shown: v => v.cidr !== null,
  })
  .step('last', {
    label: 'Last address',
    formula: 'the first + {total} - 1',
    compute: v => (v.cidr === null ? null : formatAddress(v.cidr.first + addressesOf(v.cidr.prefix) - 1)),
    shown: v => v.cidr !== null,
  })
  .step('usable', {
    label: 'Addresses for hosts',
    unit: 'addresses',
    formula: '{total} - {reserved}',
    compute: v => (v.total === null ? null : subtract(v.total, v.reserved)),
    shown: v => v.cidr !== null,
  })
  .step('subnets', {
    label: 'Subnets',
    unit: 'subnets',
    formula: v => `2^(${v.into ?? 0} - ${v.cidr?.prefix ?? 0})`,
    compute: v => (v.into === null || v.cidr === null ? null : power(TWO, v.into - v.cidr.prefix)),
    shown: v => v.into !== null,
  })
  .step('smallestPrefix', {
    label: 'Longest prefix that holds the hosts',
    formula: 'the longest of /28 to /16 with 2^(32 - prefix) - {reserved} at least {hosts}',
    compute: v => (v.hosts === null ? null : rational(prefixFor(v.hosts, v.reserved))),
    say: prefix => (prefix === null ? 'none' : `/${formatNumber(prefix)}`),
    others: v =>
      v.answer === null
        ? []
        : [-3, -2, 2, 3]
            .map(step => toNumber(v.answer ?? v.reserved) + step)
            .filter(prefix => prefix >= LEAST_PREFIX && prefix <= MOST_PREFIX)
            .map(prefix => ({
              text: `/${prefix}`,
              why: `A /${prefix} has ${formatNumber(rational(addressesOf(prefix)))} addresses, ${formatNumber(rational(addressesOf(prefix) - 5))} of them for hosts.`,
            })),
    shown: v => v.hosts !== null,
  })
  .results(
    {
      network: 'plain',
      first: 'plain',
      last: 'plain',
      total: 'count',
      usable: 'count',
      subnets: 'count',
      smallestPrefix: 'count',
    },
    'usable',
  )
  .mistake('two-reserved', 'Takes off two addresses, as outside AWS; a VPC reserves five in every subnet.', {
    usable: v => (v.total === null ? null : subtract(v.total, TWO)),
    smallestPrefix: v => (v.hosts === null ? null : rational(prefixFor(v.hosts, TWO))),
  })
  .mistake('none-reserved', 'Counts every address, although AWS keeps five in every subnet.', {
    usable: v => v.total,
    smallestPrefix: v => (v.hosts === null ? null : rational(prefixFor(v.hosts, rational(0)))),
  })
  .mistake('half-block', 'Is one bit off: a block of half the size.', {
    usable: v => (v.total === null ? null : subtract(rational(v.total.n, 2n), v.reserved)),
  })
  .mistake('one-bit-less', 'Is one bit off: a block of twice the size that is needed.', {
    smallestPrefix: v => (v.smallestPrefix === null ? null : subtract(v.smallestPrefix, rational(1))),
  })
  .mistake('double-block', 'Is one bit off: a block of twice the size.', {
    usable: v => (v.total === null ? null : subtract(rational(v.total.n * 2n), v.reserved)),
  })
  .mistake('one-bit-more', 'Is one bit off: a block of half the size does not hold them.', {
    smallestPrefix: v => (v.smallestPrefix === null ? null : add(v.smallestPrefix, rational(1))),
  })
  .mistake(
    'difference',
    'Takes the difference of the prefixes for the number of subnets, not a power of two.',
    {
      subnets: v => (v.into === null || v.cidr === null ? null : rational(v.into - v.cidr.prefix)),
    },
  )
  .mistake('doubled-difference', 'Doubles the difference of the prefixes instead of raising two to it.', {
    subnets: v => (v.into === null || v.cidr === null ? null : rational(2 * (v.into - v.cidr.prefix))),
  })
  .mistake(
    'minus-reserved',
    'Takes reserved addresses off the number of subnets; they are lost in each of them.',
    {
      subnets: v => (v.subnets === null ? null : subtract(v.subnets, v.reserved)),
    },
  )
  .notes(v => [
    v.cidr !== null &&
      !v.cidr.aligned &&
      `The block was written with host bits set: it begins at ${v.cidr.text}.`,
    'AWS keeps the first four addresses and the last one of every subnet: network, router, DNS, future use, broadcast.',
    'A VPC and its subnets may have /16 to /28; blocks of VPCs that are peered must not overlap.',
    v.cidr !== null &&
      `Hosts can have ${formatAddress(v.cidr.first + 4)} to ${formatAddress(v.cidr.first + addressesOf(v.cidr.prefix) - 2)}.`,
  ])
  .question('usable', 'How many addresses can hosts have in a subnet {cidr} of a VPC?')
  .question(
    'smallestPrefix',
    'A subnet must hold {hosts} instances and should be as small as possible. Which prefix length does it get?',
  )
  .question(
    'subnets',
    'A VPC has the block {cidr}. How many subnets of the size {into} can it be divided into?',
    {
      cidr: ['10.0.0.0/20', '10.0.4.0/22', '172.16.0.0/23', '192.168.0.0/21'],
    },
  )
  .example({ cidr: '10.0.0.0/16', into: '24' })
  .example({ cidr: '10.0.1.77/24', hosts: '60' })
  .build();
