/** The page docs/json.md, made from what the tests hold the program to. */
import type { GenericSchema } from 'valibot';
import { EXIT_CODES } from '../../src/core/base/failure.ts';
import type { JsonOutput } from './json-output/commands.ts';
import { FAILURE, JSON_OUTPUTS } from './json-output/commands.ts';

/** A schema of valibot, as far as a page shows it. */
interface Shown {
  readonly type: string;
  readonly pipe?: readonly Shown[];
  readonly description?: string;
  readonly wrapped?: Shown;
  readonly item?: Shown;
  readonly value?: Shown;
  readonly entries?: Readonly<Record<string, Shown>>;
  readonly options?: readonly (Shown | string)[];
  readonly literal?: unknown;
}

const shownOf = (schema: GenericSchema): Shown => schema as unknown as Shown;

/** What is said of a schema or of the one inside of it. */
const wordsOf = ({ pipe = [], wrapped }: Shown): readonly string[] => [
  ...pipe.flatMap(
    each => each.description ?? wordsOf({ ...each, pipe: each === pipe[0] ? (each.pipe ?? []) : [] }),
  ),
  ...(wrapped === undefined ? [] : wordsOf(wrapped)),
];

const inner = (schema: Shown): Shown => {
  const [first] = schema.pipe ?? [];
  return first === undefined || first === schema ? schema : inner(first);
};

/** A form in the notation of TypeScript, each field of an object on a line of its own. */
const formOf = (schema: Shown, indent: string): string => {
  const { type, wrapped, item, value, entries, options, literal } = inner(schema);
  switch (type) {
    case 'optional':
      return wrapped === undefined ? '' : formOf(wrapped, indent);
    case 'nullable':
      return wrapped === undefined ? 'null' : `${formOf(wrapped, indent)} | null`;
    case 'array': {
      const form = item === undefined ? 'unknown' : formOf(item, indent);
      return / \| /.test(form) && !form.startsWith('{') ? `(${form})[]` : `${form}[]`;
    }
    case 'record':
      return `{ [name: string]: ${value === undefined ? 'unknown' : formOf(value, indent)} }`;
    case 'strict_object':
    case 'loose_object':
      return `{\n${fieldsOf(entries ?? {}, `${indent}  `)}${indent}}`;
    case 'picklist':
      return (options ?? []).map(each => `'${String(each)}'`).join(' | ');
    case 'union':
      return (options ?? [])
        .map(each => (typeof each === 'string' ? each : formOf(each, indent)))
        .join(' | ');
    case 'literal':
      return JSON.stringify(literal).replaceAll('"', "'");
    default:
      return type;
  }
};

const fieldsOf = (entries: Readonly<Record<string, Shown>>, indent: string): string =>
  Object.entries(entries)
    .map(([name, schema]) => {
      const key = /^\w+$/.test(name) ? name : `'${name}'`;
      const mark = inner(schema).type === 'optional' ? '?' : '';
      const words = [...new Set(wordsOf(schema))].join('; ');
      const [first = '', ...rest] = formOf(schema, indent).split('\n');
      const said = words === '' ? '' : ` // ${words}`;
      return `${[`${indent}${key}${mark}: ${first}${said}`, ...rest].join('\n')}\n`;
    })
    .join('');

const block = (form: string): string => `\`\`\`ts\n${form}\n\`\`\`\n`;

const valueBlock = ({ schema }: JsonOutput): string => block(formOf(shownOf(schema), ''));

const lineBlock = ({ schema }: JsonOutput): string =>
  block((shownOf(schema).options ?? []).map(each => formOf(each as Shown, '')).join('\n'));

/** Commands that print the same, under one heading. */
const sections = (): readonly string[] => {
  const groups = new Map<GenericSchema | string, JsonOutput[]>();
  for (const output of JSON_OUTPUTS) {
    const form = output.form === 'lines' ? lineBlock(output) : valueBlock(output);
    groups.set(form, [...(groups.get(form) ?? []), output]);
  }
  return [...groups].map(([form, outputs]) =>
    [
      `## ${outputs.map(({ name }) => `\`${name}\``).join(', ')}`,
      '',
      ...new Set(outputs.map(({ says }) => says)),
      '',
      ...(outputs[0]?.form === 'lines' ? ['One object a line; `type` tells which:', ''] : []),
      String(form),
    ].join('\n'),
  );
};

const INTRODUCTION = `# JSON

With \`--json\` a command prints one JSON value on one line, and nothing else, to standard output; a session or a sitting
prints one value a line, as it goes. \`study export progress\` prints the records of the journal, which
[docs/journal.md](journal.md) explains.

This page is written by \`npm run docs\` from the schemas by which a test checks what every command prints. An object has
the fields that stand here and no others. In 0.x a field may be added; none goes, and none changes its type or meaning.

## Names and values

| what | how it stands |
|---|---|
| the version of all of this | \`schema\`, in every value |
| an id | a field named by what it is the id of: \`item\`, \`topic\`, \`section\`, \`exam\`, \`course\`, \`calculator\`, \`sitting\`, \`device\` |
| a moment | ISO 8601 in UTC, in a field whose name ends in \`Utc\` |
| a day | \`YYYY-MM-DD\` on the clock of the learner |
| a share | 0 to 1; \`aim\`, \`weight\` and \`points\` are percent |
| a duration | milliseconds, but for \`minutes\` and \`seconds\` |
| what is not known or does not apply | \`null\`; a field with \`?\` is left out |

Where a field says "the same as \`topic\`, as older versions had it", read the newer one: the older goes with \`study/2\`.
Moments of older versions are there too: numbers of milliseconds, or the clock of the learner without a zone.

The exit code is ${EXIT_CODES.no} where the answer is no, ${EXIT_CODES.usage} for wrong use and ${EXIT_CODES.data} where something cannot be read or written. In the
last two cases the value is:

${valueBlock(FAILURE)}`;

/** The page as Markdown. */
export const jsonReference = (): string => `${[INTRODUCTION, ...sections()].join('\n')}`;
