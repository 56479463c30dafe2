import { isUtf8 } from 'node:buffer';
import { hasControl, sanitize } from '../../core/base/sanitize.ts';
import { readRegular } from '../../disk/regular-file.ts';
import type { Report } from './problem-log.ts';
import type { CourseFile } from './scan-files.ts';
import { LARGEST_FILE } from './scan-files.ts';

/** At most 2 MiB of a file; `null` where it is no regular file (any more) or cannot be read. */
const readBounded = (place: string): Buffer | null => {
  try {
    return readRegular(place, 'refuse-link', LARGEST_FILE);
  } catch {
    return null;
  }
};

const MOST_LINES = 100_000;

const countLines = (buffer: Buffer): number => {
  let lines = 1;
  for (let at = buffer.indexOf(10); at !== -1; at = buffer.indexOf(10, at + 1)) lines++;
  return lines;
};

/** Line of the first byte that is not UTF-8. */
const lineOf = (buffer: Buffer): number => {
  let line = 1;
  let from = 0;
  for (;;) {
    const end = buffer.indexOf(10, from);
    if (!isUtf8(buffer.subarray(from, end === -1 ? buffer.length : end)) || end === -1) return line;
    line++;
    from = end + 1;
  }
};

/** Text as the parsers take it: `\n` at line ends, no byte order mark, control characters replaced and reported. */
export const cleanText = (text: string, report: Report): string => {
  const unix = (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text).replaceAll('\r\n', '\n');
  if (!hasControl(unix)) return unix;
  unix.split('\n').forEach((line, i) => {
    if (hasControl(line)) report('control-character', i + 1, 'There is a control character in this line');
  });
  return sanitize(unix);
};

/** The text of a file of the course, or `null` where it cannot be used, which is then reported. */
export const readText = (file: CourseFile, report: Report): string | null => {
  const buffer = readBounded(file.place);
  if (buffer === null) {
    report('file-unreadable', 0, 'The file cannot be read');
    return null;
  }
  if (!isUtf8(buffer)) {
    report('not-utf8', lineOf(buffer), 'The file is not UTF-8, so it is not read');
    return null;
  }
  if (countLines(buffer) > MOST_LINES) {
    report('file-too-large', 0, 'The file has more than 100,000 lines, so it is not read');
    return null;
  }
  return cleanText(buffer.toString('utf8'), report);
};
