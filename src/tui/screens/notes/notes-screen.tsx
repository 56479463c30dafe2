/** Notes: the list of them, or one that is read. */
import { lastPlace } from '../../../app/learner/reading-places.ts';
import { cardsRequest, weakQuizRequest } from '../../../app/session/session-request.ts';
import { readNote } from '../../../app/course/read-note.ts';
import type { TopicEntry } from '../../../core/course/course.ts';
import { ExamScope } from '../../../core/lists/scope.ts';
import { examSet } from '../../../core/readiness/exam-plan.ts';
import { overviewTopics } from '../../../core/stats/overview.ts';
import type { TopicOverview } from '../../../core/stats/overview.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import { plural } from '../../../text/layout/columns.ts';
import { truncate } from '../../../text/layout/width.ts';
import { fieldLine } from '../../components/field-line.ts';
import { Lines } from '../../components/lines.tsx';
import { moveBy, scrollTo, window } from '../../models/list.ts';
import type { TextField } from '../../models/text-field.ts';
import { editField, EMPTY_FIELD, fieldText, insertText } from '../../models/text-field.ts';
import type { Host, Screen } from '../../shell/screen.ts';
import { makeNoteScreen } from './note-screen.tsx';
import { areaBy, filterTopics, groupTopics, listHead, listRows, rowLine } from './notes-list.ts';

/** Lines above the list: what the columns are, or the filter and an empty line. */
const HEAD = 1;
const FILTER = 2;

/** @param about what of the course it lists, such as an area; `null`: all of it */
const makeListScreen = (host: Host, topics: readonly TopicEntry[], about: string | null): Screen => {
  const { services, theme } = host;
  const ids = new Set(topics.filter(({ sections }) => sections.length > 0).map(({ id }) => id));
  const look = (): readonly TopicOverview[] =>
    groupTopics(
      overviewTopics(services.course, services.progress(), services.moment()).filter(({ topic }) =>
        ids.has(topic.id),
      ),
    );
  /** Topics of the exam that is set; `null`: none is. */
  const examTopics = (): ReadonlySet<string> | null => {
    const { course } = services;
    const exam = examSet(course, services.progress().settings, services.moment().day);
    if (exam === null) return null;
    const scope = new ExamScope(course, exam);
    return new Set(course.items.flatMap(entry => (scope.has(entry) ? [entry.topic] : [])));
  };
  let asked = examTopics();
  const isOutside = (topic: string): boolean => asked !== null && !asked.has(topic);
  let all = look();
  let field: TextField = EMPTY_FIELD;
  let mode: 'list' | 'filter' = 'list';
  let shown = all;
  let rows = listRows(shown);
  let chosen = 0;
  let top = 0;
  let height = 1;

  /** Chooses the topic that was chosen before, or the first. */
  const choose = (topic: string | undefined): void => {
    chosen = Math.max(
      0,
      shown.findIndex(one => one.topic.id === topic),
    );
  };
  const filter = (): void => {
    const before = shown[chosen]?.topic.id;
    shown = filterTopics(all, fieldText(field));
    rows = listRows(shown);
    choose(before);
    top = 0;
  };
  choose(lastPlace(services.runtime, services.course)?.topic);

  const open = (): void => {
    const one = shown[chosen];
    if (one !== undefined) host.open({ to: 'notes', place: one.topic.id });
  };
  /** A quiz or cards on the topic that is chosen. */
  const study = (mode: 'quiz' | 'cards'): void => {
    const id = shown[chosen]?.topic.id;
    if (id === undefined) return;
    const { seed } = services.runtime;
    const request = mode === 'quiz' ? weakQuizRequest(new Set([id]), seed) : cardsRequest(id, seed);
    host.open({ to: 'session', request });
  };
  const move = (by: number): void => {
    chosen = moveBy(chosen, shown.length, by);
  };

  return {
    get context() {
      return mode === 'filter' ? 'notes-filter' : 'notes';
    },
    header: () => {
      const due = shown.reduce((sum, { counts }) => sum + counts.due, 0);
      const count = shown.length === all.length ? '' : `${shown.length} of `;
      const inExam = asked === null ? null : shown.filter(({ topic }) => !isOutside(topic.id)).length;
      return {
        left: about === null ? 'notes' : `notes ${theme.signs.dot} ${sanitizeLine(about)}`,
        right: [
          `${count}${plural(all.length, 'note')}`,
          ...(inExam === null || inExam === shown.length ? [] : [`${inExam} in the exam`]),
          ...(due > 0 ? [`${due} due`] : []),
        ].join(` ${theme.signs.dot} `),
      };
    },
    body: ({ columns, rows: lines }) => {
      const isFiltered = mode === 'filter' || fieldText(field) !== '';
      const head = isFiltered
        ? [
            mode === 'filter'
              ? `/ ${fieldLine(field, columns - 4, theme)}`
              : theme.style.dim(truncate(`/ ${fieldText(field)}`, columns, theme.signs.ellipsis)),
            '',
            listHead(columns, theme),
          ]
        : [listHead(columns, theme)];
      height = Math.max(1, lines - (isFiltered ? HEAD + FILTER : HEAD));
      const at = rows.findIndex(row => row.is === 'topic' && row.index === chosen);
      const scroll = { top, rows: height, length: rows.length };
      // The name of the area is seen with its first note.
      const heading = rows[at - 1]?.is === 'area' ? at - 1 : at;
      top = scrollTo({ ...scroll, top: scrollTo(scroll, Math.max(0, heading)) }, Math.max(0, at));
      const seen = window(rows, top, height).map(row =>
        rowLine(row, shown, chosen, isOutside, columns, theme),
      );
      const nothing =
        all.length === 0 ? 'This course has no notes.' : 'No notes with that in their name. Try fewer words.';
      return <Lines lines={[...head, ...(shown.length === 0 ? [nothing] : seen)]} />;
    },
    offers: action => {
      const counts = shown[chosen]?.topic;
      switch (action) {
        case 'open':
        case 'results':
          return shown.length > 0;
        case 'up':
          return shown.length > 1;
        case 'quiz':
          return (counts?.questions ?? 0) > 0;
        case 'cards':
          return (counts?.cards ?? 0) > 0;
        default:
          return true;
      }
    },
    about: () => {
      const topic = shown[chosen]?.topic.id;
      return topic === undefined ? null : { item: null, topic, section: '' };
    },
    shown: () => {
      asked = examTopics();
      all = look();
      const before = shown[chosen]?.topic.id;
      shown = filterTopics(all, fieldText(field));
      rows = listRows(shown);
      choose(before);
    },
    act: action => {
      switch (action) {
        case 'up':
        case 'down':
          return move(action === 'up' ? -1 : 1);
        case 'page-up':
        case 'page-down':
          return move(action === 'page-up' ? -height : height);
        case 'top':
        case 'bottom':
          return move(action === 'top' ? -shown.length : shown.length);
        case 'next-section':
        case 'previous-section':
          chosen = areaBy(shown, chosen, action === 'next-section' ? 1 : -1);
          return;
        case 'open':
        case 'note':
          return open();
        case 'quiz':
        case 'cards':
          return study(action);
        case 'mock':
          return host.open({ to: 'mock' });
        case 'search':
          mode = 'filter';
          return;
        case 'results':
          mode = 'list';
          return;
        case 'close':
          mode = 'list';
          field = EMPTY_FIELD;
          return filter();
        case 'back':
          // A filter is left before the notes are.
          if (fieldText(field) === '') return host.back();
          field = EMPTY_FIELD;
          return filter();
        default: {
          const edited = mode === 'filter' ? editField(field, action) : null;
          if (edited === null) return;
          field = edited;
          filter();
        }
      }
    },
    type: text => {
      field = insertText(field, text);
      filter();
    },
  };
};

/**
 * @param place `topic` (from where it was left), `topic#` (from the top), `topic#section`, an area; `null`: the list
 *   of all notes
 * @throws Failure `usage` for a place that does not exist
 */
export const makeNotesScreen = async (host: Host, place: string | null): Promise<Screen> => {
  const { course } = host.services;
  if (place === null) return makeListScreen(host, course.topics, null);
  const reading = readNote(course, place);
  return reading.is === 'topics'
    ? makeListScreen(host, reading.topics, place)
    : makeNoteScreen(host, reading.reading, place.includes('#') ? 'asked' : 'left');
};
