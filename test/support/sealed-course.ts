import { crc32 } from 'node:zlib';
import {
  decodeHead,
  encodeHead,
  HEAD_BYTES,
  PARTS,
  placesOf,
} from '../../src/content/compiled/compiled-format.ts';

/** A compiled course whose parts were changed without a change of their sizes, with the checksums that fit them. */
export const sealCourse = (bytes: Buffer): Buffer => {
  const head = decodeHead(bytes.subarray(0, HEAD_BYTES));
  if (head === null) throw new TypeError('no compiled course');
  const places = placesOf(head);
  const checksums = PARTS.map(part => crc32(bytes.subarray(places[part], places[part] + head[part])));
  return Buffer.concat([encodeHead({ ...head, checksums }), bytes.subarray(HEAD_BYTES)]);
};
