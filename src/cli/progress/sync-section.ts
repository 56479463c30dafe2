/** What `study doctor` says of the exchange with other devices. */
import { daysSinceSync, lastSync } from '../../app/learner/sync-notice.ts';
import { localMinute } from '../../core/base/civil-day.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import type { DoctorSection } from '../../text/learner/doctor.ts';
import type { Context } from '../program/context.ts';

/** Nothing where none was set up. */
export const syncSection = (runtime: Context['runtime']): readonly DoctorSection[] => {
  const last = lastSync(runtime);
  if (last === null) return [];
  const days = daysSinceSync(runtime);
  const when =
    last.syncedAt === 0
      ? 'never'
      : localMinute(last.syncedAt, runtime.clock.offset(last.syncedAt)).replace('T', ' ');
  return [
    {
      title: 'Sync',
      facts: [
        [last.kind === 'git' ? 'repository' : 'folder', sanitizeLine(last.place)],
        ['last sync', when],
      ],
      findings:
        days === null
          ? []
          : [{ level: 'note', text: 'what other devices have learned since is not here: study sync' }],
    },
  ];
};
