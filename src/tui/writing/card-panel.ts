/** Writes a card of one's own for a topic, over the lower rows. */
import { basename } from 'node:path';
import { Failure } from '../../core/base/failure.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import type { CourseReader } from '../../core/course/course.ts';
import type { TextField } from '../models/text-field.ts';
import { EMPTY_FIELD, fieldText } from '../models/text-field.ts';
import { areaOf, insertInArea } from '../models/text-area.ts';
import type { Host } from '../shell/screen.ts';
import { editWith } from './edit-with.ts';
import type { Panel } from './panel.ts';
import { areaRows, panelRule, pressArea, textRows } from './panel.ts';

export interface CardSubject {
  readonly topic: string;
  /** `''`: none. */
  readonly section: string;
}

/** Most characters of a side. */
const LONGEST = 1000;
const SIDES = ['Front', 'Back'] as const;
/** Cells of the names of the sides. */
const LABEL = 8;

const subjectText = ({ topics }: CourseReader, { topic, section }: CardSubject, dot: string): string => {
  const about = topics.find(({ id }) => id === topic);
  const part = about?.sections.find(({ id }) => id === section);
  return [about?.title ?? topic, ...(part === undefined ? [] : [part.title])]
    .map(sanitizeLine)
    .join(` ${dot} `);
};

/**
 * @param close called when it is over, with whether a card was written: the course has been opened anew then
 * @throws Failure `usage` where the course has no such topic
 */
export const makeCardPanel = (
  host: Host,
  subject: CardSubject,
  close: (hasChanged: boolean) => void,
): Panel => {
  const { services, theme } = host;
  const target = services.own.cardTarget(subject.topic);
  let sides: readonly [TextField, TextField] = [EMPTY_FIELD, EMPTY_FIELD];
  let at: 0 | 1 = 0;
  let isAsking = false;
  let isSaving = false;
  let columns = 80;

  const set = (side: TextField): void => {
    sides = at === 0 ? [side, sides[1]] : [sides[0], side];
  };
  const save = async (): Promise<void> => {
    const [front, back] = sides.map(side => fieldText(side).trim());
    if (front === undefined || back === undefined) return;
    // What is missing is asked for by going there.
    if (at === 0 && front !== '' && back === '' && !front.includes('[')) {
      at = 1;
      return;
    }
    isSaving = true;
    try {
      await services.own.saveCard({ ...subject, front, back });
      await services.reopenCourse();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return host.say(sanitizeLine(error.message), 'bad');
    } finally {
      isSaving = false;
    }
    close(true);
    host.say(
      target.is === 'own'
        ? 'Card saved. It comes with the new cards of its topic'
        : `Card saved in ${basename(target.file)}`,
    );
  };

  return {
    get context() {
      return isAsking ? 'writing-asking' : 'writing-card';
    },
    lines: size => {
      ({ columns } = size);
      const { dot } = theme.signs;
      const title = `your card ${dot} ${subjectText(services.course, subject, dot)}`;
      const rows = Math.max(1, Math.floor(textRows(size) / 2));
      const side = (i: 0 | 1): readonly string[] =>
        areaRows(sides[i], columns - LABEL, rows, i === at, theme).map((line, row) =>
          row === 0
            ? `${theme.style[i === at ? 'strong' : 'dim'](SIDES[i].padEnd(LABEL))}${line}`
            : `${' '.repeat(LABEL)}${line}`,
        );
      return [
        panelRule(title, '', columns, theme),
        ...(isAsking
          ? ['Drop what you typed? y drops it, n goes back to it.']
          : [
              ...side(0),
              ...side(1),
              ...(target.is === 'course'
                ? [
                    theme.style.dim(
                      `It is written into ${sanitizeLine(basename(target.file))} of your course.`,
                    ),
                  ]
                : []),
            ]),
      ];
    },
    act: action => {
      if (isSaving) return;
      switch (action) {
        case 'save':
          void save().then(host.redraw, host.fail);
          return;
        case 'later':
        case 'earlier':
          at = at === 0 ? 1 : 0;
          return;
        case 'editor':
          return editWith(host, fieldText(sides[at]), text => set(insertInArea(areaOf(''), text, LONGEST)));
        case 'close':
          if (sides.every(side => fieldText(side) === '')) close(false);
          else isAsking = true;
          return;
        case 'confirm':
          return close(false);
        case 'decline':
          isAsking = false;
          return;
        default: {
          const next = pressArea(sides[at], action, columns - LABEL);
          if (next !== null) set(next);
        }
      }
    },
    type: text => {
      if (isSaving) return;
      const side = sides[at];
      const next = insertInArea(side, text, LONGEST);
      if (next.before.length === side.before.length && text !== '')
        host.say(`A side has at most ${LONGEST} characters`, 'bad');
      set(next);
    },
  };
};
