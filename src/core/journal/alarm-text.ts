/** What the journal must tell a learner, in words. */
import { localMinute } from '../base/civil-day.ts';
import type { JournalAlarm } from './progress.ts';

const records = (count: number): string => (count === 1 ? '1 record' : `${count} records`);

/**
 * One or two sentences for an alarm.
 * @param offset minutes east of UTC at a moment (ms UTC), where the learner is
 */
export const alarmText = (alarm: JournalAlarm, offset: (at: number) => number): string => {
  const moment = (at: number): string => localMinute(at, offset(at)).replace('T', ' ');
  switch (alarm.type) {
    case 'future':
      return (
        `${records(alarm.records)} of the journal ${alarm.records === 1 ? 'is' : 'are'} dated in the future ` +
        `(${alarm.records === 1 ? '' : 'the first '}${moment(alarm.first)}) and left out until then. ` +
        'If that clock was wrong: study progress redate'
      );
    case 'clock-behind': {
      const evidence =
        alarm.by === 'record'
          ? `the last record of this device is of ${moment(alarm.seen)}`
          : `the program was installed on ${moment(alarm.seen)}`;
      return (
        `The clock of this machine says ${moment(alarm.now)}, but ${evidence}. If the clock is wrong, set it right first. ` +
        (alarm.by === 'record'
          ? 'If the record is wrong: study progress redate'
          : 'If it is right, install the program again')
      );
    }
    case 'lost':
      return (
        `${records(alarm.records)} that this device had saved ${alarm.records === 1 ? 'is' : 'are'} gone from ` +
        `${alarm.file}: it was cut, replaced or removed. What you answer now is saved; study doctor says how to get the rest back`
      );
  }
};
