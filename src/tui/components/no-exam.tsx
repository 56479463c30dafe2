/** What the plan and readiness say while no exam is set. */
import type { Host, Screen } from '../shell/screen.ts';
import { wrapText } from '../../text/layout/wrap.ts';
import { Lines } from './lines.tsx';

/** What stands where a screen needs an exam and none is set. */
export const noExamScreen = (host: Host, title: string): Screen => ({
  context: 'plan-none',
  header: () => ({ left: title, right: '' }),
  body: ({ columns }) => (
    <Lines
      lines={wrapText(
        'No exam is set, or this course has no questions for it. With an exam and its date there is a plan for each day, and a forecast of the score.',
        columns,
      )}
    />
  ),
  act: action => {
    if (action === 'open') host.open({ to: 'settings', part: 'all' });
    else if (action === 'back') host.back();
  },
});
