/** Just enough of PNG to look at a screenshot: 8 bits a channel, not interlaced (RFC 2083). */
import { inflateSync } from 'node:zlib';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** How many pixels have each colour, by `#rrggbb`. */
  readonly colours: ReadonlyMap<string, number>;
}

const paeth = (a: number, b: number, c: number): number => {
  const p = a + b - c;
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
};

/** Filters of a line by their number: from the bytes at the left, above, and above left. */
const FILTERS: readonly ((a: number, b: number, c: number) => number)[] = [
  () => 0,
  a => a,
  (_, b) => b,
  (a, b) => (a + b) >> 1,
  paeth,
];

/** Reads a picture and counts its colours. */
export const readPng = (bytes: Buffer): Picture => {
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const [depth, type, interlaced] = [bytes[24], bytes[25], bytes[28]];
  const channels = type === 6 ? 4 : 3;
  if (depth !== 8 || (type !== 2 && type !== 6) || interlaced !== 0) throw new Error('another kind of PNG');
  const data = inflateSync(Buffer.concat(parts));
  const size = width * channels;
  const colours = new Map<string, number>();
  let above = Buffer.alloc(size);
  for (let y = 0; y < height; y++) {
    const start = y * (size + 1);
    const filter = FILTERS[data[start] ?? 0] ?? FILTERS[0];
    const line = Buffer.from(data.subarray(start + 1, start + 1 + size));
    for (let i = 0; i < size; i++) {
      const left = i - channels;
      const guess = filter?.(line[left] ?? 0, above[i] ?? 0, above[left] ?? 0) ?? 0;
      line[i] = ((line[i] ?? 0) + guess) & 255;
    }
    for (let x = 0; x < size; x += channels) {
      const colour = `#${line.toString('hex', x, x + 3)}`;
      colours.set(colour, (colours.get(colour) ?? 0) + 1);
    }
    above = line;
  }
  return { width, height, colours };
};
