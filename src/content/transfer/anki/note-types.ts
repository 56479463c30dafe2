/** Note types: in schema 11 as JSON of the table `col`, from schema 15 on in tables with protobuf in columns. */
import { PbfReader } from 'pbf';
import { damaged, LIMITS } from '../limits.ts';
import type { SqlValue, Tables } from '../sqlite.ts';
import type { Json } from './values.ts';
import { isJson, list, number, text, word } from './values.ts';

/** One side of a card is made by each format. */
interface CardTemplate {
  readonly name: string;
  readonly question: string;
  readonly answer: string;
}

/** A note type. */
export interface NoteType {
  readonly name: string;
  readonly isCloze: boolean;
  readonly fields: readonly string[];
  /** By number; where one is missing, `undefined`. */
  readonly templates: readonly (CardTemplate | undefined)[];
}

/** Note types of schema 11. Numbers of templates may be missing: then their order counts. */
export const oldTypes = (models: Json): ReadonlyMap<number, NoteType> =>
  new Map(
    Object.entries(models).flatMap(([id, model]): [number, NoteType][] => {
      if (!isJson(model)) return [];
      const byOrd = (a: Json, b: Json): number => number(a['ord']) - number(b['ord']);
      const templates: CardTemplate[] = [];
      list(model['tmpls']).forEach((template, i) => {
        const ord = typeof template['ord'] === 'number' ? template['ord'] : i;
        if (ord >= 0 && ord < 1000)
          templates[ord] = {
            name: word(template['name']),
            question: word(template['qfmt']),
            answer: word(template['afmt']),
          };
      });
      const type = {
        name: word(model['name']),
        isCloze: number(model['type']) === 1,
        fields: list(model['flds'])
          .toSorted(byOrd)
          .map(field => word(field['name'])),
        templates,
      };
      return [[number(id), type]];
    }),
  );

/** The first fields of a message of protobuf: numbers and texts by their tags. */
const readMessage = (blob: SqlValue | undefined, place: string): ReadonlyMap<number, number | string> => {
  if (!(blob instanceof Uint8Array)) return new Map();
  try {
    return new PbfReader(blob).readFields((tag, found, reader) => {
      // Of what is asked here, kinds are numbers and formats are texts; other kinds of values are stepped over.
      if (reader.type === 0) found.set(tag, reader.readVarint());
      else if (reader.type === 2 && tag < 4) found.set(tag, reader.readString());
    }, new Map<number, number | string>());
  } catch {
    throw damaged('The note types of the collection are damaged', place);
  }
};

/** Note types of schema 15 and later. */
export const newTypes = (tables: Tables, place: string): ReadonlyMap<number, NoteType> => {
  const fields = new Map<number, string[]>();
  const templates = new Map<number, CardTemplate[]>();
  const within = (ord: SqlValue | undefined): ord is number =>
    typeof ord === 'number' && ord >= 0 && ord < 1000;
  for (const [type, ord, name] of tables.rows('fields', ['ntid', 'ord', 'name'], LIMITS.notes)) {
    const names = fields.get(number(type)) ?? [];
    if (within(ord)) names[ord] = text(name);
    fields.set(number(type), names);
  }
  for (const [type, ord, name, config] of tables.rows(
    'templates',
    ['ntid', 'ord', 'name', 'config'],
    LIMITS.notes,
  )) {
    const found = templates.get(number(type)) ?? [];
    const formats = readMessage(config, place);
    if (within(ord))
      found[ord] = { name: text(name), question: word(formats.get(1)), answer: word(formats.get(2)) };
    templates.set(number(type), found);
  }
  const types = new Map<number, NoteType>();
  for (const [id, name, config] of tables.rows('notetypes', ['id', 'name', 'config'], LIMITS.notes))
    types.set(number(id), {
      name: text(name),
      isCloze: number(readMessage(config, place).get(1)) === 1,
      fields: Array.from(fields.get(number(id)) ?? [], field => field ?? ''),
      templates: templates.get(number(id)) ?? [],
    });
  return types;
};
