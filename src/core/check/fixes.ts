/**
 * What `study check --fix` mends by itself: slips with one possible meaning. A key is never changed, so nothing that has
 * progress is touched: only a question without an id, which is not asked at all, gets one.
 */
import { FenceReader } from '../base/fences.ts';
import { dateToDay } from '../base/civil-day.ts';
import { slugify } from '../course/keys.ts';
import { hash64 } from '../base/fnv.ts';

/** One changed line. */
export interface Fix {
  /** Counted from 1, in the text as it was. */
  readonly line: number;
  readonly before: string;
  /** May be two lines. */
  readonly after: string;
}

interface Fixed {
  readonly text: string;
  readonly fixes: readonly Fix[];
}

const two = (digits: string): string => digits.padStart(2, '0');

/** A date in a form with one meaning as `YYYY-MM-DD`; `null` for anything else, such as 01/02/2026. */
export const mendDate = (text: string): string | null => {
  const [, year = '', month = '', day = ''] = /^(\d{4})[-./]?(\d{1,2})[-./]?(\d{1,2})$/.exec(text) ?? [];
  const [, dotDay = '', dotMonth = '', dotYear = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  // Digits alone must be eight: 2026111 has two meanings.
  if (/^\d+$/.test(text) && text.length !== 8) return null;
  const date =
    year === '' ? `${dotYear}-${two(dotMonth)}-${two(dotDay)}` : `${year}-${two(month)}-${two(day)}`;
  return date !== text && dateToDay(date) !== null ? date : null;
};

const DATE_FIELD = /^(\s*(?:- )?(?:checked|expires|from|to):[ \t]+)(['"]?)([\d./-]+)\2([ \t]*(?:#.*)?)$/;

const withDate = (line: string): string => {
  const [, before = '', , date = '', after = ''] = DATE_FIELD.exec(line) ?? [];
  const mended = date === '' ? null : mendDate(date);
  return mended === null ? line : `${before}${mended}${after}`;
};

/** Sections and topics that links may name. */
interface LinkTargets {
  /** Ids of sections by topic. */
  readonly sections: ReadonlyMap<string, ReadonlySet<string>>;
  /** Topic of the file; `''`: none. */
  readonly topic: string;
}

/** The id of the section that a heading names; `null` where it is the id, or names none. */
const slugOf = (heading: string, known: ReadonlySet<string> | undefined): string | null => {
  if (known === undefined || known.has(heading)) return null;
  let words = heading;
  try {
    words = decodeURIComponent(heading);
  } catch {
    // Not encoded.
  }
  const slug = words
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
  return known.has(slug) ? slug : null;
};

const LINK = /\]\(([^()\s<>]*)#([^()<>]*)\)|\]\(<([^<>#]*)#([^<>]*)>\)/g;

/** Links with the slug of their section where what stands there is its heading: `[x](sqs#Visibility timeout)`. */
const withSlugs = (line: string, { sections, topic }: LinkTargets): string =>
  line.replace(LINK, (whole, bareName?: string, bare?: string, angledName?: string, angled?: string) => {
    const name = bareName ?? angledName ?? '';
    const heading = bare ?? angled ?? '';
    const slug = slugOf(heading, sections.get(name === '' ? topic : name));
    return slug === null ? whole : `](${name}#${slug})`;
  });

/** Mends the Markdown of a note: dates of its front matter, and slugs of links outside code. */
export const fixNote = (text: string, targets: LinkTargets): Fixed => {
  const lines = text.split('\n');
  const close = lines[0] === '---' ? lines.findIndex((line, i) => i > 0 && line.trimEnd() === '---') : -1;
  const fences = new FenceReader();
  return changed(lines, (line, i) => {
    if (i <= close) return withDate(line);
    return fences.next(line) !== null || line.includes('`') ? line : withSlugs(line, targets);
  });
};

const SCALAR = /^(\s*(?:- )?(?:stem|text|why|left|right|title|accept):[ \t]+)([^\s'"|>[{&*!%@#`].*)$/;

/** A plain text that loses its end to ` #`, in quotes. What stands behind two spaces is a comment that was meant. */
const withQuotes = (line: string): string => {
  const [, field = '', value = ''] = SCALAR.exec(line) ?? [];
  return /\S #\d/.test(value) ? `${field}'${value.replaceAll("'", "''").trimEnd()}'` : line;
};

const SECTION = /^(\s*(?:- )?section:[ \t]+)(['"]?)([^\s#'"]+)#([^'"]+?)\2[ \t]*$/;

/** A question's section with its slug where its heading stands: `section: sqs#Visibility timeout`. */
const withSection = (line: string, sections: LinkTargets['sections']): string => {
  const [, field = '', , topic = '', heading = ''] = SECTION.exec(line) ?? [];
  const slug = topic === '' ? null : slugOf(heading, sections.get(topic));
  return slug === null ? line : `${field}${topic}#${slug}`;
};

/** Id for a question that has none: words of its stem, and what tells it from others. */
const idFor = (stem: string, taken: Set<string>): string => {
  const words = slugify(stem.replace(/^['"]|['"]$/g, ''))
    .replace(/[^a-z0-9-]/g, '')
    .replace(/^-+|-+$/g, '')
    .split('-')
    .slice(0, 6)
    .join('-');
  const base = /^[a-z]/.test(words) ? words : `q-${hash64(stem).slice(0, 8)}`;
  let id = base;
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
  taken.add(id);
  return id;
};

/**
 * Mends a bank: dates, sections named by their heading, texts cut by ` #1`, and ids of questions that have none.
 * @param taken ids that belong to something; new ones are added
 */
export const fixBank = (text: string, taken: Set<string>, sections: LinkTargets['sections']): Fixed => {
  const lines = text.split('\n');
  const starts = lines.flatMap((line, i) => (line.startsWith('- ') ? [i] : []));
  const added = new Map<number, string>();
  starts.forEach((start, n) => {
    const entry = lines.slice(start, starts[n + 1] ?? lines.length);
    if (
      !entry.some(line => /^(?:- | {2})kind:/.test(line)) ||
      entry.some(line => /^(?:- | {2})id:/.test(line))
    )
      return;
    const stem = entry
      .map(line => /^(?:- | {2})stem:[ \t]*(.*)$/.exec(line)?.[1])
      .find(found => found !== undefined);
    const following =
      stem !== undefined && /^[|>]/.test(stem) ? entry.find(line => /^ {4}\S/.test(line)) : stem;
    if (following !== undefined) added.set(start, idFor(following.trim(), taken));
  });
  return changed(lines, (line, i) => {
    const id = added.get(i);
    const mended = withQuotes(withSection(withDate(line), sections));
    return id === undefined ? mended : `- id: ${id}\n  ${mended.slice(2)}`;
  });
};

const changed = (lines: readonly string[], change: (line: string, index: number) => string): Fixed => {
  const fixes: Fix[] = [];
  const after = lines.map((before, i) => {
    const line = change(before, i);
    if (line !== before) fixes.push({ line: i + 1, before, after: line });
    return line;
  });
  return { text: after.join('\n'), fixes };
};
