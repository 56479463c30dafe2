import { blake3 } from '@noble/hashes/blake3.js';

/** BLAKE3 with 256 bits, as hexadecimal digits. */
export const createBlake3 = (bytes: Uint8Array): string => Buffer.from(blake3(bytes)).toString('hex');
