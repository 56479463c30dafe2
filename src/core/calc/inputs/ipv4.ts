/** IPv4 blocks in CIDR notation. */
import type { Parsed } from '../../number/quantity.ts';

/** A block; addresses are whole numbers below 2^32. */
export interface Block {
  /** First address. */
  readonly first: number;
  /** Length of the prefix, 0 to 32. */
  readonly prefix: number;
  /** `false`: the address that was written lies within the block, not at its beginning. */
  readonly aligned: boolean;
  readonly text: string;
}

/** How many addresses a block of this prefix has. */
export const addressesOf = (prefix: number): number => 2 ** (32 - prefix);

/** `10.0.0.1` for a whole number below 2^32. */
export const formatAddress = (address: number): string =>
  [24, 16, 8, 0].map(shift => Math.floor(address / 2 ** shift) % 256).join('.');

const parseAddress = (text: string): number | null => {
  const parts = text.split('.');
  if (parts.length !== 4) return null;
  let address = 0;
  for (const part of parts) {
    // No leading zeros: some programs read them as octal.
    if (!/^(?:0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return null;
    address = address * 256 + Number(part);
  }
  return address;
};

/** `24` or `/24`. */
export const parsePrefix = (text: string): number | null => {
  const [, digits] = /^\/?(\d{1,2})$/.exec(text.trim()) ?? [];
  return digits !== undefined && Number(digits) <= 32 ? Number(digits) : null;
};

/** Reads `10.0.0.0/16`; host bits are cut off and reported. AWS allows /16 to /28. */
export const readBlock = (text: string): Parsed<Block> => {
  const refuse = (message: string): Parsed<Block> => ({ ok: false, message });
  const [address = '', length = '', ...rest] = text.trim().split('/');
  if (address.includes(':')) return refuse('is IPv6: only IPv4 blocks such as 10.0.0.0/16 are worked out');
  const number = parseAddress(address);
  const prefix = parsePrefix(length);
  if (number === null || prefix === null || rest.length > 0) {
    return refuse('must be an IPv4 block such as 10.0.0.0/16');
  }
  if (prefix < 16 || prefix > 28) return refuse('must have a prefix between /16 and /28, as AWS allows');
  const first = number - (number % addressesOf(prefix));
  return {
    ok: true,
    value: { first, prefix, aligned: first === number, text: `${formatAddress(first)}/${prefix}` },
  };
};
