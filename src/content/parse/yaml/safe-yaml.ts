import { YAMLException, load } from 'js-yaml';
import { hasControl, quoted, sanitize } from '../../../core/base/sanitize.ts';
import type { Report } from '../../files/problem-log.ts';
import type { CutText } from './cut-text.ts';
import { makeCutWatch } from './cut-text.ts';
import { explainYaml } from './yaml-errors.ts';
import { WRITTEN_SCHEMA } from './written-schema.ts';

/** Deepest nesting; the formats need six levels. */
const DEEPEST = 24;
/** Letters that aliases may repeat, at most, whatever the size of the file. */
const MOST_REPEATED = 1024 * 1024;

/** The value of a YAML text, or what is wrong with it. */
export type YamlResult =
  | {
      readonly ok: true;
      readonly value: unknown;
      /** Line, from 0, of the first escape such as `\e` that stood for a control character, which was replaced. */
      readonly controlLine: number | null;
      /** Text that may have lost its end to a comment. */
      readonly cuts: readonly CutText[];
    }
  | {
      readonly ok: false;
      readonly rule: 'yaml-syntax' | 'yaml-bounds';
      /** Counted from 0 within the text. */
      readonly line: number;
      readonly message: string;
      /** How to mend it; absent: as the rule says. */
      readonly hint?: string;
    };

interface Size {
  readonly nodes: number;
  readonly letters: number;
  readonly height: number;
  /** Whether a string in it holds a control character. */
  readonly controls: boolean;
}

/** Size of the value if every alias were written out; `null` where it is too deep or contains itself. */
const expandedSize = (value: unknown, known: Map<object, Size | null>): Size | null => {
  if (typeof value !== 'object' || value === null) {
    const text = typeof value === 'string' ? value : '';
    return { nodes: 1, letters: text.length + 1, height: 0, controls: hasControl(text) };
  }
  const seen = known.get(value);
  if (seen !== undefined) return seen;
  // Met again before it is finished, it contains itself.
  known.set(value, null);
  let nodes = 1;
  let letters = 0;
  let height = 0;
  let controls = false;
  for (const [key, child] of Object.entries(value)) {
    const size = expandedSize(child, known);
    if (size === null) return null;
    nodes += size.nodes;
    letters += size.letters + (Array.isArray(value) ? 0 : key.length);
    height = Math.max(height, size.height + 1);
    controls ||= size.controls || hasControl(key);
  }
  const size = height > DEEPEST ? null : { nodes, letters, height, controls };
  known.set(value, size);
  return size;
};

/** A copy whose strings cannot drive a terminal. */
const cleanStrings = (value: unknown): unknown => {
  if (typeof value === 'string') return sanitize(value);
  if (Array.isArray(value)) return value.map(cleanStrings);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [sanitize(key), cleanStrings(child)]),
  );
};

/** Escapes of double-quoted text that can stand for a control character. */
const ESCAPE = /\\(?:[0abefvNLP]|x[0-9a-f]{2}|u[0-9a-f]{4})/i;

const ANCHOR = /(?:^|[\s[{,:-])&[^\s,[\]{}&]/m;
const ALIAS = /(?:^|[\s[{,:?-])\*[^\s,[\]{}*]/gm;

const bounds = (message: string, line = 0): YamlResult => ({ ok: false, rule: 'yaml-bounds', line, message });

/**
 * One YAML document. Dates, and numbers and truth values that would not be written the same again, stay strings. Bounded in depth and in what aliases add up to.
 * Never throws.
 */
export const parseYaml = (text: string): YamlResult => {
  if (ANCHOR.test(text)) {
    // Aliases in keys are written out while parsing, before the value could be measured.
    const aliases = text.match(ALIAS)?.length ?? 0;
    if (aliases * text.length > 64 * MOST_REPEATED) return bounds('There are too many aliases');
  }
  const cuts = makeCutWatch();
  const options = { schema: WRITTEN_SCHEMA, maxDepth: DEEPEST, listener: cuts.listener };
  let value: unknown;
  try {
    value = load(text, options);
  } catch (error) {
    if (!(error instanceof YAMLException)) return bounds('The file cannot be read as YAML');
    const line = Math.max(0, error.mark?.line ?? 0);
    if (error.reason.includes('maxDepth')) return bounds('The nesting is too deep', line);
    return { ok: false, rule: 'yaml-syntax', ...explainYaml(error.reason, text, line) };
  }
  const size = expandedSize(value, new Map());
  if (size === null) return bounds('The nesting is too deep, or an alias contains itself');
  if (size.nodes > text.length + 100 || size.letters > 2 * text.length + MOST_REPEATED) {
    return bounds('Aliases make the file too large');
  }
  if (!size.controls) return { ok: true, value, controlLine: null, cuts: cuts.found };
  const line = text.split('\n').findIndex(candidate => ESCAPE.test(candidate));
  return { ok: true, value: cleanStrings(value), controlLine: Math.max(0, line), cuts: cuts.found };
};

/** A map as its entries, or `null` for anything else. Keys are data: they are never looked up in an object. */
export const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : null;

interface YamlDocument {
  readonly value: unknown;
  readonly lines: readonly string[];
}

/** Reports what there is to say about a text read by `parseYaml` whose first line has the number `first`. */
export const reportYaml = (result: YamlResult, first: number, report: Report): void => {
  if (!result.ok) {
    report(result.rule, first + result.line, result.message, result.hint);
    return;
  }
  if (result.controlLine !== null) {
    report(
      'control-character',
      first + result.controlLine,
      'There is an escaped control character in this line',
    );
  }
  for (const { line, kept, lost } of result.cuts) {
    report(
      'yaml-comment',
      first + line,
      `The text ends at ${quoted(kept)}, for ${quoted(lost)} is a comment`,
    );
  }
};

/** A whole file as YAML; `null` where it is none, which is then reported. */
export const parseDocument = (text: string, report: Report): YamlDocument | null => {
  const result = parseYaml(text);
  reportYaml(result, 1, report);
  if (!result.ok) return null;
  return { value: result.value, lines: text.split('\n') };
};
