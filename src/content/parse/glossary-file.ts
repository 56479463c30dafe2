import * as v from 'valibot';
import type { Glossary, Term } from '../../core/course/glossary.ts';
import { NO_GLOSSARY } from '../../core/course/glossary.ts';
import type { Report } from '../files/problem-log.ts';
import { filledText, lineText, listOf } from './yaml/field-schemas.ts';
import { optional, required } from './yaml/field-table.ts';
import { readFields } from './yaml/fields.ts';
import { parseDocument } from './yaml/safe-yaml.ts';

/** Where the words of a course are explained, relative to the course. */
export const GLOSSARY_FILE = 'content/glossary.yaml';

const LONGEST_TEXT = 600;
const place = v.pipe(
  lineText,
  v.regex(/^[\p{Ll}\p{Lo}\p{N}][^\s#]*(?:#\S+)?$/u, 'must be topic or topic#section'),
);

const term = v.strictObject(
  {
    term: lineText,
    name: v.exactOptional(lineText),
    text: v.pipe(filledText, v.maxLength(LONGEST_TEXT, 'is too long: one or two sentences explain a term')),
    topic: place,
    aliases: v.exactOptional(listOf(lineText)),
    bare: v.exactOptional(lineText),
  },
  'must have term, text and topic, and may have name, aliases and bare',
);
const plain = v.strictObject({ words: listOf(lineText, 1), why: lineText }, 'must have words and why');

/** Fields of the glossary. */
export const GLOSSARY_FIELDS = {
  terms: required(
    listOf(term),
    'term as it stands in texts, its name in full, one or two sentences, and the topic; `bare`: why notes need not spell it out',
  ),
  plain: optional(listOf(plain), 'words in capitals that stand in notes as they are, and why'),
};

/** `content/glossary.yaml`. What cannot be used is reported and left out. Never throws. */
export const parseGlossary = (text: string, report: Report): Glossary => {
  const document = parseDocument(text, report);
  if (document === null) return NO_GLOSSARY;
  const { value, lines } = document;
  const fields = readFields(value, { lines, from: 0, to: lines.length }, report, 'The glossary');
  if (fields === null) return NO_GLOSSARY;
  const given = fields.read(GLOSSARY_FIELDS);
  fields.finish();
  return {
    terms: (given.terms ?? []).map(({ name = '', aliases = [], ...rest }): Term => ({
      ...rest,
      name,
      aliases,
    })),
    plain: given.plain ?? [],
  };
};
