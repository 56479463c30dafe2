/** The lines of a note as its readers see them: comments are gone, links lead to topics of the course. */
import { mapAroundCode, codeSpans } from '../../../core/base/code-spans.ts';
import { FenceReader } from '../../../core/base/fences.ts';
import { quoted } from '../../../core/base/sanitize.ts';
import type { NoteNames } from '../../../core/course/note-names.ts';
import type { Report } from '../../files/problem-log.ts';
import { headingSlug } from './heading-slug.ts';

/** One line that is left, with its number in the file. */
export interface SourceLine {
  readonly raw: string;
  readonly line: number;
  /** A fence, or a line between two. */
  readonly code: boolean;
}

/** Languages of blocks that a program other than a terminal draws. */
const DRAWN = /^(?:mermaid|dataview|dataviewjs|tasks|query|excalidraw|plantuml|math|chart|tikz|abcjs)$/i;

/** Comments that may run over lines: Obsidian's and HTML's. */
const COMMENTS = [
  { open: '%%', close: '%%' },
  { open: '<!--', close: '-->' },
] as const;

/** A line without its comments; `inside`: how the comment that goes on is closed, `''` for none. */
const withoutComments = (
  text: string,
  inside: string,
): { readonly text: string; readonly inside: string; readonly cut: boolean } => {
  if (inside === '' && !text.includes('%%') && !text.includes('<!--')) return { text, inside, cut: false };
  const isCode = new Set<number>();
  if (inside === '')
    for (const { start, end } of codeSpans(text)) for (let i = start; i < end; i++) isCode.add(i);
  let left = '';
  let at = 0;
  let close = inside;
  while (at < text.length) {
    if (close !== '') {
      const end = text.indexOf(close, at);
      at = end === -1 ? text.length : end + close.length;
      if (end !== -1) close = '';
      continue;
    }
    const from = at;
    const comment = isCode.has(at) ? undefined : COMMENTS.find(({ open }) => text.startsWith(open, from));
    if (comment === undefined) left += text.charAt(at++);
    else {
      close = comment.close;
      at += comment.open.length;
    }
  }
  return { text: left, inside: close, cut: true };
};

/** What links of a note can lead to. */
export interface LinkWorld {
  readonly names: NoteNames;
  /** Path of the note. */
  readonly path: string;
  /** Path of a file that lies somewhere in the folder, by its name; `null`: there is none. */
  readonly findFile: (target: string) => string | null;
}

const IMAGE = /\.(?:png|jpe?g|gif|svg|webp|bmp|avif)$/i;
/** `[[target#heading|text]]`, with `!` before what is to be shown in place. */
const WIKILINK = /(!?)\[\[([^[\]|#\n]*)(#[^[\]|\n]*)?(?:\\?\|([^[\]\n]*))?\]\]/g;
/** `[text](target)`, text without brackets of its own. */
const LINK =
  /(!?)\[((?:[^[\]\n]|\\[[\]])*)\]\((?:<([^<>\n]*)>|([^()\s]*))((?:\s+(?:"[^"\n]*"|'[^'\n]*'))?)\)/g;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

const decoded = (target: string): string => {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
};

/** What stands in brackets of a link. */
const label = (text: string): string => text.replace(/([[\]])/g, '\\$1');

/** Section that `#Heading`, `#Part#Heading` or `#heading-slug` names; `''` for none and for blocks (`#^id`). */
const sectionOf = (fragment: string): string => {
  const heading = fragment.split('#').at(-1)?.trim() ?? '';
  return heading === '' || heading.startsWith('^') ? '' : headingSlug(decoded(heading));
};

const pathFrom = (from: string, to: string): string => {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let same = 0;
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same++;
  return [...here.slice(same).map(() => '..'), ...there.slice(same)].join('/');
};

/** Replaces links between notes by links to topics; what leads nowhere becomes its text, and is reported. */
const makeLinker = (
  { names, path, findFile }: LinkWorld,
  report: Report,
): ((part: string, line: number) => string) => {
  const wiki = (
    line: number,
    embed: string,
    target: string,
    fragment: string,
    alias: string | undefined,
  ): string => {
    const name = target.trim();
    if (embed === '!' && IMAGE.test(name)) {
      const file = findFile(name);
      // `![[x.png|300]]` gives a width, no text.
      const alt = alias === undefined || /^\d+(?:x\d+)?$/.test(alias.trim()) ? '' : alias.trim();
      const place = file === null ? name : pathFrom(path, file);
      return `![${label(alt)}](<${place}>)`;
    }
    const shown = (
      alias ??
      (name === ''
        ? fragment.replace(/^#\^?/, '')
        : `${name}${fragment.startsWith('#^') ? '' : fragment.replaceAll('#', ' > ')}`)
    ).trim();
    const topic = name === '' ? '' : names.find(name, path);
    if (topic === null) {
      if (/\.[a-z0-9]{2,6}$/i.test(name) && !/\.md$/i.test(name))
        report(
          'not-shown',
          line,
          `The file ${quoted(name)} cannot be shown here`,
          'open it with another program',
        );
      else report('link-unresolved', line, `No note is called ${quoted(name)}`);
      return shown;
    }
    if (embed === '!')
      report('not-shown', line, `What ${quoted(name)} says is not shown in this place, only a link to it`);
    const section = sectionOf(fragment);
    const place = section === '' ? topic : `${topic}#${section}`;
    return place === '' ? shown : `[${label(shown)}](${place})`;
  };
  const plain = (line: number, whole: string, embed: string, text: string, given: string): string => {
    if (embed === '!' || given === '' || SCHEME.test(given) || given.startsWith('//')) return whole;
    const [target = '', ...fragments] = given.split('#');
    const section = fragments.length === 0 ? '' : sectionOf(`#${fragments.join('#')}`);
    if (target === '') return section === '' ? text : `[${text}](#${section})`;
    const topic = names.find(decoded(target), path);
    if (topic !== null) return `[${text}](${topic}${section === '' ? '' : `#${section}`})`;
    if (/\.md$/i.test(target) || !/\.[a-z0-9]{1,6}$/i.test(target))
      report('link-unresolved', line, `No note is called ${quoted(decoded(target))}`);
    else
      report(
        'not-shown',
        line,
        `The file ${quoted(decoded(target))} cannot be opened here`,
        'open it with another program',
      );
    return text;
  };
  const links = (part: string, line: number): string =>
    part.replace(
      LINK,
      (whole, embed: string, text: string, angled: string | undefined, bare: string | undefined) =>
        plain(line, whole, embed, text, angled ?? bare ?? ''),
    );
  return (part, line) => {
    if (!part.includes('[')) return part;
    let result = '';
    let from = 0;
    for (const found of part.matchAll(WIKILINK)) {
      const [whole, embed = '', target = '', fragment = '', alias] = found;
      result += links(part.slice(from, found.index), line) + wiki(line, embed, target, fragment, alias);
      from = found.index + whole.length;
    }
    return result + links(part.slice(from), line);
  };
};

/** Whether a line looks like TeX: between signs of a formula, with what no sum of money has. */
const isFormula = (text: string): boolean =>
  (text.includes('$') || text.includes('\\[')) &&
  /\$\$|\\\[|(?:^|[^\\$\w])\$[^\s$][^$\n]*[^\s$\\]\$(?!\d)/.test(text) &&
  /[\\^_{}=]/.test(text);

/** `^[text]`: a footnote where it stands. */
const INLINE_NOTE = /\^\[((?:[^[\]\n]|\\[[\]])+)\]/g;

/**
 * Reads the lines of a body: comments are taken out, and links between notes become links to topics. What cannot be
 * shown is reported, formulas and drawings once each.
 * @param first number of the first line in the file
 */
export const readSource = (
  lines: readonly string[],
  first: number,
  world: LinkWorld,
  report: Report,
): readonly SourceLine[] => {
  const link = makeLinker(world, report);
  const told = new Set<string>();
  const once = (what: string, line: number, message: string, hint: string): void => {
    if (told.has(what)) return;
    told.add(what);
    report('not-shown', line, message, hint);
  };
  const found: SourceLine[] = [];
  const fences = new FenceReader(true);
  let fencedFrom = 0;
  let comment = '';
  /** Line on which the comment began that runs. */
  let opened = 0;
  lines.forEach((raw, i) => {
    const line = first + i;
    // Behind the tag of a card a block of code may begin, too.
    const isTag = fences.mark === '' && /^[QAC]:/.test(raw);
    const part = comment === '' ? fences.next(isTag ? raw.slice(2).trim() : raw) : null;
    if (part === 'code' || part === 'close') {
      found.push({ raw, line, code: true });
      return;
    }
    if (part === 'open') {
      fencedFrom = line;
      const language = /^[\w-]+/.exec(fences.info)?.[0] ?? '';
      if (DRAWN.test(language))
        once(
          language,
          line,
          `A block of ${language} is shown as it was written`,
          'look at it in the program that draws it',
        );
      found.push({ raw, line, code: !isTag });
      return;
    }
    const { text, inside, cut } = withoutComments(raw, comment);
    if (comment === '' || inside === '') opened = line;
    comment = inside;
    if (cut && text.trim() === '') return;
    if (isFormula(text))
      once(
        'formula',
        line,
        'Formulas are shown as they were written',
        'nothing has to be done: study shows the source of TeX',
      );
    // Most lines hold nothing that could lead anywhere.
    const linked = text.includes('[')
      ? mapAroundCode(text, part =>
          link(part, line).replace(INLINE_NOTE, (_, note: string) => ` (${note.trim()})`),
        )
      : text;
    found.push({ raw: linked, line, code: false });
  });
  if (fences.mark !== '') report('unclosed-fence', fencedFrom, 'This code block is never closed');
  if (comment !== '')
    report(
      'not-shown',
      opened,
      'A comment is never closed, so the rest is not read',
      `close it with ${comment}`,
    );
  return found;
};
