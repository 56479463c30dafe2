import type { SessionRequest } from '../../app/session/session-request.ts';
import type { Context } from '../program/context.ts';
import { wantsScreens } from './wants-screens.ts';

/** Runs a session on screens where they can be had, else as plain lines. */
export const runSessionRequest = async (context: Context, request: SessionRequest): Promise<void> => {
  if (wantsScreens(context)) {
    await context.recordingCourse();
    const { showScreens } = await import('./show-screens.ts');
    await showScreens(context, { to: 'session', request });
    return;
  }
  const { runPlainSession } = await import('../session/plain-session.ts');
  await runPlainSession(context, request);
};
