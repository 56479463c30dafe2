/** `study progress exclude`. */
import { isDevice } from '../../core/journal/event-shape.ts';
import { Failure } from '../../core/base/failure.ts';
import type { JournalHealth } from '../../core/journal/progress.ts';
import type { Context } from '../program/context.ts';

/** Devices of which the journal has files, or that are left out. */
const devicesOf = ({ files, excluded }: JournalHealth): readonly string[] => [
  ...new Set([...files.map(({ name }) => /^[a-z0-9]*/.exec(name)?.[0] ?? ''), ...excluded]),
];

/**
 * The device that a word names: its id, or the beginning of it.
 * @throws Failure `usage` where there is none, or more than one
 */
const findDevice = (health: JournalHealth, word: string): string => {
  const devices = devicesOf(health).filter(isDevice);
  const wanted = word.replace(/\.jsonl$/, '');
  const found = devices.includes(wanted) ? [wanted] : devices.filter(device => device.startsWith(wanted));
  const [device, ...others] = wanted === '' ? [] : found;
  if (device !== undefined && others.length === 0) return device;
  const list = (device === undefined ? devices : found).slice(0, 5).join(', ');
  throw new Failure(
    'usage',
    device === undefined
      ? `The journal knows no device "${word}"`
      : `"${word}" is the beginning of ${found.length} devices`,
    {
      code: device === undefined ? 'unknown-device' : 'ambiguous-device',
      try: list === '' ? 'study doctor shows the devices' : `one of ${list}`,
    },
  );
};

/** Leaves a device out, or takes it in again (`value` false). */
export const exclude = async (context: Context, word: string, value: boolean): Promise<void> => {
  const { out, options } = context;
  const [course, journal] = await Promise.all([context.recordingCourse(), context.journal()]);
  const device = findDevice(journal.health(), word);
  if (device === journal.device && value) {
    throw new Failure('usage', 'This device cannot leave itself out', {
      code: 'own-device',
      try: 'study progress reset, or the same command on another device',
    });
  }
  journal.append(course.id, { type: 'excluded', device, value });
  journal.close();
  if (options.json) out.json({ device, excluded: value });
  else out.say(`Device ${device} ${value ? 'is left out' : 'counts again'}; nothing of it was removed.`);
};
