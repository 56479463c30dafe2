/** Seeded damage: what editors, synchronisers, disks and strangers do to a file. */
import type { Random } from '../../src/core/base/random.ts';
import { pick } from '../../src/core/base/random.ts';

type Mutation = (bytes: Buffer, random: Random) => Buffer;

/** Pieces that mean something to some parser or terminal. */
const PIECES = [
  '\n',
  '\r\n',
  '\0',
  '\t',
  '  ',
  '---\n',
  '...\n',
  '```\n',
  '~~~\n',
  '"',
  "'",
  ':',
  ': ',
  '#',
  ' #',
  '- ',
  '? ',
  '[',
  ']',
  '{',
  '}',
  '|',
  '>',
  '&a ',
  '*a',
  '!!binary ',
  '<<: ',
  '^id',
  ' ^id\n',
  'Q: ',
  'A: ',
  'C: ',
  '[[x]]',
  '{{',
  '\\',
  '\ufeff',
  '\u200e',
  '\u2028',
  '\u001b[2J',
  '\u009b',
  '\ud83d\ude00',
  'é',
  'e\u0301',
  '## Cards\n',
  '### X\n',
  '__proto__',
  'constructor',
  '%YAML 9\n',
  '1e999',
  '-0',
  '0x1F',
  '007',
  'null',
  'true',
  '<<<<<<< HEAD\n=======\n>>>>>>> x\n',
  '}{',
  '",',
  '\\u0000',
  '"lc":9e15,',
  '"v":2,',
  '"type":"undone",',
];

const at = (bytes: Buffer, random: Random): number => random.int(bytes.length + 1);

const splice = (bytes: Buffer, from: number, to: number, piece: Buffer | string): Buffer =>
  Buffer.concat([bytes.subarray(0, from), Buffer.from(piece as string), bytes.subarray(to)]);

/** Works on whole lines. */
const byLines =
  (change: (lines: string[], random: Random) => void): Mutation =>
  (bytes, random) => {
    const lines = bytes.toString('latin1').split('\n');
    change(lines, random);
    return Buffer.from(lines.join('\n'), 'latin1');
  };

const MUTATIONS: readonly Mutation[] = [
  (bytes, random) => {
    if (bytes.length === 0) return bytes;
    const copy = Buffer.from(bytes);
    const place = random.int(bytes.length);
    copy.writeUInt8(copy.readUInt8(place) ^ (1 << random.int(8)), place);
    return copy;
  },
  (bytes, random) => bytes.subarray(0, at(bytes, random)),
  (bytes, random) => bytes.subarray(at(bytes, random)),
  (bytes, random) => {
    const place = at(bytes, random);
    return splice(bytes, place, place, pick(PIECES, random));
  },
  (bytes, random) => {
    const from = at(bytes, random);
    return splice(bytes, from, Math.min(bytes.length, from + 1 + random.int(40)), '');
  },
  (bytes, random) => {
    const from = at(bytes, random);
    return splice(bytes, from, Math.min(bytes.length, from + 1 + random.int(3)), pick(PIECES, random));
  },
  (bytes, random) => {
    const from = at(bytes, random);
    const copy = bytes.subarray(from, from + 1 + random.int(300));
    const place = at(bytes, random);
    return splice(bytes, place, place, copy);
  },
  (bytes, random) =>
    Buffer.from(bytes).fill(0, at(bytes, random), Math.min(bytes.length, at(bytes, random) + 64)),
  byLines((lines, random) => void lines.splice(random.int(lines.length), 1)),
  byLines((lines, random) => {
    const line = random.int(lines.length);
    lines.splice(line, 0, lines[line] ?? '');
  }),
  byLines((lines, random) => {
    const [a, b] = [random.int(lines.length), random.int(lines.length)];
    [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
  }),
  byLines((lines, random) => {
    const line = random.int(lines.length);
    lines[line] = ' '.repeat(random.int(6)) + (lines[line] ?? '').trimStart();
  }),
  byLines((lines, random) => {
    const line = random.int(lines.length);
    lines[line] = `${lines[line] ?? ''}${lines.splice(line + 1, 1)[0] ?? ''}`;
  }),
  byLines(
    (lines, random) =>
      void (lines[random.int(lines.length)] = pick(PIECES, random).repeat(1 + random.int(200))),
  ),
];

/** A file after one to four kinds of damage. */
export const mutate = (bytes: Buffer, random: Random): Buffer => {
  let result = bytes;
  for (let n = 1 + random.int(4); n > 0; n--) result = pick(MUTATIONS, random)(result, random);
  return result;
};

/** Changes that mean nothing: ends of lines as on Windows, a byte order mark, spaces at ends, no last newline. */
const HARMLESS: readonly ((text: string) => string)[] = [
  text => text.replaceAll('\n', '\r\n'),
  text => `\ufeff${text}`,
  text => `${text}\n\n\n`,
  text => text.replace(/\n+$/, ''),
  text => `\ufeff${text.replaceAll('\n', '\r\n')}`,
];

/** A file that says the same in other bytes. */
export const rewrite = (text: string, random: Random): string => pick(HARMLESS, random)(text);
