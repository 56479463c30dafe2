import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import css from 'highlight.js/lib/languages/css';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import http from 'highlight.js/lib/languages/http';
import ini from 'highlight.js/lib/languages/ini';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import properties from 'highlight.js/lib/languages/properties';
import python from 'highlight.js/lib/languages/python';
import shell from 'highlight.js/lib/languages/shell';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';
import type { Style } from '../layout/style.ts';

/** What study notes hold; all 190 languages of the package would triple the time to the first line. */
const LANGUAGES = {
  bash,
  css,
  dockerfile,
  http,
  ini,
  javascript,
  json,
  properties,
  python,
  shell,
  sql,
  typescript,
  xml,
  yaml,
};

/** Characters; what is longer is shown as it is, for the grammars backtrack. */
const LONGEST = 8000;

type Paint = (text: string) => string;

/** By the class highlight.js gives, without what follows a dot. */
const paints = ({ dim, syntax }: Style): ReadonlyMap<string, Paint> =>
  new Map([
    ['comment', dim],
    ['doctag', dim],
    ['meta', dim],
    ['keyword', syntax.keyword],
    ['selector-tag', syntax.keyword],
    ['section', syntax.keyword],
    ['string', syntax.string],
    ['regexp', syntax.string],
    ['char', syntax.string],
    ['number', syntax.number],
    ['literal', syntax.number],
    ['symbol', syntax.number],
    ['attr', syntax.name],
    ['attribute', syntax.name],
    ['built_in', syntax.name],
    ['name', syntax.name],
    ['property', syntax.name],
    ['selector-class', syntax.name],
    ['selector-id', syntax.name],
    ['title', syntax.name],
    ['type', syntax.name],
  ]);

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#x27;', "'"],
  ['&amp;', '&'],
]);

/** `true` for a language this build knows, by its name or an alias (`js`, `html`, `console`). */
export const knowsLanguage = (language: string): boolean => {
  if (hljs.listLanguages().length === 0) {
    // All at once: a grammar may embed others, and what it finds must not depend on what was shown before.
    for (const [name, grammar] of Object.entries(LANGUAGES)) hljs.registerLanguage(name, grammar);
  }
  return hljs.getLanguage(language) !== undefined;
};

/** The grammar of HTTP guesses the language of a body, badly: say it instead. */
const httpParts = (code: string): readonly (readonly [string, string])[] => {
  const end = code.indexOf('\n\n');
  if (end === -1) return [[code, 'http']];
  const body = code.slice(end);
  return [
    [code.slice(0, end), 'http'],
    [body, body.trimStart().startsWith('<') ? 'xml' : 'json'],
  ];
};

/**
 * Code with its parts painted; the text itself is unchanged. Unknown languages, very long code and a style
 * without colours give the code as it is.
 *
 * @param language as behind the fence: `bash`, `js`
 */
export const highlight = (code: string, language: string, style: Style): string => {
  if (!style.colour || code.length > LONGEST || !knowsLanguage(language)) return code;
  if (language !== 'http') return paintParts(code, language, style);
  return httpParts(code)
    .map(([part, its]) => paintParts(part, its, style))
    .join('');
};

const paintParts = (code: string, language: string, style: Style): string => {
  const byClass = paints(style);
  const open: Paint[] = [];
  return hljs
    .highlight(code, { language, ignoreIllegals: true })
    .value.replace(/<span class="([^"]*)">|<\/span>|[^<]+/g, (part, classes: string | undefined) => {
      if (classes !== undefined) {
        const paint = byClass.get(/^hljs-([\w-]+)/.exec(classes)?.[1] ?? '');
        open.push(paint ?? open.at(-1) ?? (text => text));
        return '';
      }
      if (part === '</span>') {
        open.pop();
        return '';
      }
      const text = part.replace(/&(?:lt|gt|quot|amp|#x27);/g, entity => ENTITIES.get(entity) ?? entity);
      return open.at(-1)?.(text) ?? text;
    });
};
