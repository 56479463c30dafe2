/**
 * Anki's schema 11, which every version reads: tables, note types and settings of a collection. What stands here is
 * the written list of docs/formats.md ("What Anki reads"); a test compares both.
 */

/** Tables and indices, with columns in their order. */
export const SCHEMA = `
create table col (id integer primary key, crt integer not null, mod integer not null, scm integer not null,
  ver integer not null, dty integer not null, usn integer not null, ls integer not null, conf text not null,
  models text not null, decks text not null, dconf text not null, tags text not null);
create table notes (id integer primary key, guid text not null, mid integer not null, mod integer not null,
  usn integer not null, tags text not null, flds text not null, sfld integer not null, csum integer not null,
  flags integer not null, data text not null);
create table cards (id integer primary key, nid integer not null, did integer not null, ord integer not null,
  mod integer not null, usn integer not null, type integer not null, queue integer not null, due integer not null,
  ivl integer not null, factor integer not null, reps integer not null, lapses integer not null,
  left integer not null, odue integer not null, odid integer not null, flags integer not null, data text not null);
create table revlog (id integer primary key, cid integer not null, usn integer not null, ease integer not null,
  ivl integer not null, lastIvl integer not null, factor integer not null, time integer not null,
  type integer not null);
create table graves (usn integer not null, oid integer not null, type integer not null);
create index ix_notes_usn on notes (usn);
create index ix_cards_usn on cards (usn);
create index ix_revlog_usn on revlog (usn);
create index ix_cards_nid on cards (nid);
create index ix_cards_sched on cards (did, queue, due);
create index ix_revlog_cid on revlog (cid);
create index ix_notes_csum on notes (csum);
`;

/** What a note is written as. */
export type Form = 'basic' | 'reversed' | 'cloze';

/**
 * Ids of our note types, for ever: Anki knows a note type again by its id, and two programs that chose the same would
 * mix theirs. They are the milliseconds of a moment, as Anki's are.
 */
export const NOTE_TYPES: Readonly<Record<Form, number>> = {
  basic: 1_764_460_801_001,
  reversed: 1_764_460_801_002,
  cloze: 1_764_460_801_003,
};

const CSS = `.card { font-family: arial; font-size: 20px; text-align: left; color: black; background-color: white; }
.cloze { font-weight: bold; color: blue; }
.nightMode .cloze { color: lightblue; }
pre { overflow-x: auto; }
`;

const LATEX_HEAD = `\\documentclass[12pt]{article}
\\special{papersize=3in,5in}
\\usepackage[utf8]{inputenc}
\\usepackage{amssymb,amsmath}
\\pagestyle{empty}
\\setlength{\\parindent}{0in}
\\begin{document}
`;

const ANSWER = '<hr id="answer">';

const FORMS: Readonly<
  Record<
    Form,
    { name: string; fields: readonly string[]; sides: readonly (readonly [string, string, string])[] }
  >
> = {
  basic: {
    name: 'Study',
    fields: ['Front', 'Back'],
    sides: [['Card 1', '{{Front}}', `{{FrontSide}}\n\n${ANSWER}\n\n{{Back}}`]],
  },
  reversed: {
    name: 'Study (and reversed)',
    fields: ['Front', 'Back'],
    sides: [
      ['Card 1', '{{Front}}', `{{FrontSide}}\n\n${ANSWER}\n\n{{Back}}`],
      ['Card 2', '{{Back}}', `{{FrontSide}}\n\n${ANSWER}\n\n{{Front}}`],
    ],
  },
  cloze: {
    name: 'Study Cloze',
    fields: ['Text', 'Extra'],
    sides: [['Cloze', '{{cloze:Text}}', '{{cloze:Text}}<br>\n{{Extra}}']],
  },
};

const noteType = (form: Form, mod: number): object => {
  const { name, fields, sides } = FORMS[form];
  return {
    id: NOTE_TYPES[form],
    name,
    type: form === 'cloze' ? 1 : 0,
    mod,
    usn: -1,
    sortf: 0,
    did: 1,
    tmpls: sides.map(([name, qfmt, afmt], ord) => ({
      name,
      ord,
      qfmt,
      afmt,
      bqfmt: '',
      bafmt: '',
      did: null,
      bfont: '',
      bsize: 0,
    })),
    flds: fields.map((name, ord) => ({
      name,
      ord,
      sticky: false,
      rtl: false,
      font: 'Arial',
      size: 20,
      media: [],
    })),
    css: CSS,
    latexPre: LATEX_HEAD,
    latexPost: '\\end{document}',
    latexsvg: false,
    req: form === 'cloze' ? [[0, 'any', [0]]] : sides.map((_, ord) => [ord, 'any', [ord]]),
    tags: [],
    vers: [],
  };
};

const today = [0, 0] as const;

const deck = (id: number, name: string, mod: number): object => ({
  id,
  name,
  mod,
  usn: -1,
  lrnToday: today,
  revToday: today,
  newToday: today,
  timeToday: today,
  collapsed: false,
  browserCollapsed: false,
  desc: '',
  dyn: 0,
  conf: 1,
  extendNew: 0,
  extendRev: 0,
});

const options = (mod: number): object => ({
  id: 1,
  mod,
  name: 'Default',
  usn: -1,
  maxTaken: 60,
  autoplay: true,
  timer: 0,
  replayq: true,
  dyn: false,
  new: {
    bury: false,
    delays: [1, 10],
    initialFactor: 2500,
    ints: [1, 4, 0],
    order: 1,
    perDay: 20,
    separate: true,
  },
  rev: {
    bury: false,
    ease4: 1.3,
    ivlFct: 1,
    maxIvl: 36_500,
    perDay: 200,
    hardFactor: 1.2,
    fuzz: 0.05,
    minSpace: 1,
  },
  lapse: { delays: [10], leechAction: 1, leechFails: 8, minInt: 1, mult: 0 },
});

/**
 * The row of the table `col`.
 * @param crt seconds since 1970: the first moment of the day from which days are counted
 * @param decks names by their ids, other than 1, which is the standard deck
 */
export const collectionRow = (
  crt: number,
  now: number,
  decks: ReadonlyMap<number, string>,
): readonly (number | string)[] => {
  const seconds = Math.floor(now / 1000);
  const conf = {
    activeDecks: [1],
    curDeck: 1,
    newSpread: 0,
    collapseTime: 1200,
    timeLim: 0,
    estTimes: true,
    dueCounts: true,
    curModel: null,
    nextPos: 1,
    sortType: 'noteFld',
    sortBackwards: false,
    addToCur: true,
    // With the first scheduler Anki would take "good" of a card that is learned for "easy".
    schedVer: 2,
    // The first day is meant in UTC, and each later one where the learner is.
    creationOffset: 0,
  };
  const models = Object.fromEntries(
    (['basic', 'reversed', 'cloze'] as const).map(form => [NOTE_TYPES[form], noteType(form, seconds)]),
  );
  const all = Object.fromEntries(
    [[1, 'Default'] as const, ...decks].map(([id, name]) => [id, deck(id, name, seconds)]),
  );
  const json = [conf, models, all, { 1: options(seconds) }, {}].map(value => JSON.stringify(value));
  return [1, crt, now, now, 11, 0, 0, 0, ...json];
};
