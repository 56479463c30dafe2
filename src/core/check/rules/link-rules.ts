import { findLinks } from '../find-links.ts';
import { quoted } from '../../base/sanitize.ts';
import type { CheckInput, Finding, Rule } from '../rule.ts';
import { locate } from '../rule.ts';
import type { PlacedText } from '../texts.ts';
import { placedTexts } from '../texts.ts';

const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
const ALLOWED = new Set(['http', 'https', 'mailto']);

/** Every link of a course with the text it stands in. */
const linksOf = (
  input: CheckInput,
  types: readonly string[],
): readonly { readonly target: string; readonly text: PlacedText; readonly type: string }[] =>
  placedTexts(input.course).flatMap(text =>
    findLinks(text.markdown)
      .filter(({ type }) => types.includes(type))
      .map(({ target, type }) => ({ target, text, type })),
  );

const at = (
  input: CheckInput,
  { file, line }: PlacedText,
  needle: string,
): { file: string; line: number } => ({
  file,
  line: locate(input, file, line, needle),
});

/** Path of an image relative to the course; `null` where it leads out. */
const resolvePath = (file: string, target: string): string | null => {
  const parts = target.startsWith('/') ? [] : file.split('/').slice(0, -1);
  let path = target.replace(/[?#].*$/s, '');
  try {
    path = decodeURIComponent(path);
  } catch {
    // Not percent-encoded, so it stands for itself.
  }
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return null;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
};

const deadLink: Rule = {
  id: 'dead-link',
  severity: 'error',
  why: 'a link to a topic or section that does not exist leads nowhere',
  hint: 'write [text](topic), [text](topic#section) or [text](#section)',
  check: input => {
    const sections = new Map(
      input.course.notes.map(note => [note.id, new Set(note.sections.map(section => section.id))]),
    );
    return linksOf(input, ['link']).flatMap(({ target, text }): readonly Finding[] => {
      if (SCHEME.test(target)) return [];
      const [name = '', section = ''] = target.split('#');
      const known = sections.get(name === '' ? text.topic : name);
      const place = at(input, text, target);
      if (known === undefined) {
        return [{ ...place, message: `The link ${quoted(target)} names no topic of the course` }];
      }
      return section === '' || known.has(section)
        ? []
        : [{ ...place, message: `The link ${quoted(target)} names no section of its note` }];
    });
  },
};

const linkScheme: Rule = {
  id: 'link-scheme',
  severity: 'error',
  why: 'links are opened by other programs, so only web and mail addresses are allowed',
  hint: 'use https:, http: or mailto:',
  check: input =>
    linksOf(input, ['link', 'image', 'definition']).flatMap(({ target, text }) => {
      const scheme = SCHEME.exec(target)?.[1];
      return scheme === undefined || ALLOWED.has(scheme.toLowerCase())
        ? []
        : [{ ...at(input, text, target), message: `A link begins with ${quoted(`${scheme}:`)}` }];
    }),
};

const missingImage: Rule = {
  id: 'missing-image',
  severity: 'error',
  why: 'an image that is not in the course cannot be looked at',
  hint: 'put the file next to the note and write its path as seen from there',
  check: input =>
    linksOf(input, ['image']).flatMap(({ target, text }) => {
      if (SCHEME.test(target)) return [];
      const path = resolvePath(text.file, target);
      return path !== null && input.fileExists(path)
        ? []
        : [{ ...at(input, text, target), message: `The image ${quoted(target)} is not in the course` }];
    }),
};

const referenceLink: Rule = {
  id: 'reference-link',
  severity: 'warning',
  why: 'sections are shown alone, so a link must carry its target with it',
  hint: 'write [text](target) in the place',
  check: input =>
    linksOf(input, ['definition']).map(({ target, text }) => ({
      ...at(input, text, target),
      message: `The target ${quoted(target)} stands apart from the links that use it`,
    })),
};

/** Rules about links and images. */
export const LINK_RULES: readonly Rule[] = [deadLink, linkScheme, missingImage, referenceLink];
