/** Commands of this program as they are printed for copying: each works on the course and the home at hand. */
import type { Style } from '../../text/layout/style.ts';
import type { GlobalOptions } from './context.ts';

type Places = Pick<GlobalOptions, 'course' | 'home'>;

/** A word as a shell takes it. */
const quoted = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

const placeFlags = ({ course, home }: Places): readonly string[] => [
  ...(course === undefined ? [] : [`--course ${quoted(course)}`]),
  ...(home === undefined ? [] : [`--home ${quoted(home)}`]),
];

/** A command of this program that works on the same course and home as the one at hand. */
export const studyCommand = (command: string, places: Places): string =>
  [command, ...placeFlags(places)].join(' ');

/** Where a command begins in a sentence. */
const COMMAND_IN_PROSE = /\bstudy (?=[a-z]|--(?!course|home))/g;

/** Advice whose commands have the flags they need; these stand first, for where a command ends nothing tells. */
export const adviceFor = (advice: string, places: Places): string => {
  const flags = placeFlags(places);
  if (flags.length === 0 || / --(?:course|home) /.test(advice)) return advice;
  return advice.replace(COMMAND_IN_PROSE, `study ${flags.join(' ')} `);
};

/** A style that prints the commands of this program with the flags they need. */
export const styleFor = (style: Style, places: Places): Style =>
  placeFlags(places).length === 0
    ? style
    : {
        ...style,
        code: text =>
          style.code(
            /^study [a-z]/.test(text) && !/ --(?:course|home) /.test(text)
              ? studyCommand(text, places)
              : text,
          ),
      };
