/** Writes a card of one's own for a topic, over the lower rows. */
import { basename } from 'node:path';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import type { CourseReader } from '../../core/course/course.ts';
import type { Host } from '../shell/screen.ts';
import type { Panel } from './panel.ts';
import { makeTextPanel } from './text-panel.ts';

interface CardSubject {
  readonly topic: string;
  /** `''`: none. */
  readonly section: string;
}

/** Most characters of a side. */
const LONGEST = 1000;
const SIDES = ['Front', 'Back'] as const;

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
  const { dot } = theme.signs;
  const target = services.own.cardTarget(subject.topic);
  return makeTextPanel(
    host,
    {
      context: 'writing-card',
      title: `your card ${dot} ${subjectText(services.course, subject, dot)}`,
      fields: SIDES.map(name => ({ name, text: '' })),
      longest: LONGEST,
      tooLong: `A side has at most ${LONGEST} characters`,
      counts: false,
      below:
        target.is === 'course'
          ? [theme.style.dim(`It is written into ${sanitizeLine(basename(target.file))} of your course.`)]
          : [],
      save: async ([front = '', back = ''], at) => {
        if (at === 0 && front !== '' && back === '' && !front.includes('[')) return { is: 'missing', at: 1 };
        await services.own.saveCard({ ...subject, front, back });
        await services.reopenCourse();
        return {
          is: 'written',
          said:
            target.is === 'own'
              ? 'Card saved. It comes with the new cards of its topic'
              : `Card saved in ${basename(target.file)}`,
        };
      },
    },
    close,
  );
};
