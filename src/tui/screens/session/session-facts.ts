/** What the screen of a session looks at beside its own state, what it is drawn with, and what its keys ask for. */
import type { Failure } from '../../../core/base/failure.ts';
import type { Moment } from '../../../core/base/civil-day.ts';
import type { CourseReader } from '../../../core/course/course.ts';
import type { Progress } from '../../../core/journal/progress.ts';
import type { Interval } from '../../../core/forecast/forecast.ts';
import type { SessionSummary } from '../../../core/session/summary.ts';
import type { SessionState, Turn } from '../../../core/session/state.ts';
import type { PlannedSession } from '../../../app/session/build-session.ts';
import type { LearnerInput } from '../../../app/session/run-session.ts';
import type { Render } from '../../../text/question/question-lines.ts';
import type { Remarks } from '../../components/remarks.ts';
import type { Theme } from '../../components/theme.ts';
import type { ContextName } from '../../keys/key-table.ts';
import type { HostEffect, Step } from '../../shell/effects.ts';
import type { EndRow } from './end-rows.ts';
import type { SessionScreenState } from './session-state.ts';

/** The session, and what it is about, as they are now. */
export interface SessionFacts {
  readonly session: SessionState;
  readonly course: CourseReader;
  readonly progress: Progress;
  readonly moment: Moment;
  /** Whether the learner says how sure an answer is. */
  readonly asksConfidence: boolean;
}

/** What a key looks at. */
export interface KeyFacts extends Pick<SessionFacts, 'session' | 'course' | 'asksConfidence'> {
  /** The screen below; `null`: to leave this one ends the program. */
  readonly below: ContextName | null;
  /** Why the last record is not on the disk; `null`: all are. */
  readonly failure: Failure | null;
  /** The rows of the end page: to make them takes a look at every item. */
  readonly endRows: () => readonly EndRow[];
}

/** The end of a session as it is worked out. */
export interface SessionEnding {
  readonly summary: SessionSummary;
  readonly rows: readonly EndRow[];
}

/** What a session is drawn with. */
export interface SessionPage extends SessionFacts {
  readonly theme: Theme;
  readonly render: Render;
  readonly remarks: Remarks;
  readonly planned: PlannedSession;
  /** What the session is called: `review`. */
  readonly title: string;
  /** Why there was nothing to ask; empty where there was something. */
  readonly nothing: readonly string[];
  readonly ending: () => SessionEnding;
  /** Readiness at the beginning, where it was known then, and now; `null`: it is not known now. */
  readonly readiness: readonly [Interval | null, Interval] | null;
  /** Id of the one domain of the exam that it is about. */
  readonly domain: string | undefined;
}

/** What a key asks for. */
export type SessionScreenEffect =
  | HostEffect
  /** Goes to the session, which records what is to be recorded. */
  | { readonly type: 'send'; readonly input: LearnerInput }
  /** `isAsked`: the item is at hand, and put anew after it. */
  | { readonly type: 'edit'; readonly item: string; readonly isAsked: boolean }
  /** A session of these, in the place of this one. */
  | { readonly type: 'redo'; readonly items: readonly string[] }
  /** What is sensible next, in the place of this. */
  | { readonly type: 'continue' }
  /** The end page is seen: what it came to is worked out anew. */
  | { readonly type: 'sum-up' }
  /** Reads what the texts of an item need, before they are asked for. */
  | { readonly type: 'prepare'; readonly turn: Turn };

/** The next state and what is to be done. */
export type SessionScreenStep = Step<SessionScreenState, SessionScreenEffect>;

/** The title of a topic; of one that the course does not have its id. */
export const topicTitle = ({ topics }: Pick<CourseReader, 'topics'>, topic: string): string =>
  topics.find(({ id }) => id === topic)?.title ?? topic;
