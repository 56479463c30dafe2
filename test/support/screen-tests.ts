/** What tests of the screens in a real terminal share: a home of their own, programs that end with the test. */
import { rmSync } from 'node:fs';
import { afterEach, beforeEach } from 'vitest';
import { makeTempDir, runStudy } from './run-study.ts';
import type { ScreenSession } from './screen.ts';

interface RecordedEvent {
  readonly type: string;
  readonly reason?: string;
}

interface ScreenTests {
  /** Folder of the present test. */
  readonly home: string;
  /** Ends a program with the test, if it has not ended by then. */
  readonly watch: (session: ScreenSession) => ScreenSession;
  /** What the journal holds. */
  readonly events: () => Promise<readonly RecordedEvent[]>;
  readonly types: () => Promise<readonly string[]>;
}

/** To be called once at the top of a test file. */
export const screenTests = (): ScreenTests => {
  let home = '';
  let open: ScreenSession[] = [];
  beforeEach(() => {
    home = makeTempDir();
    open = [];
  });
  afterEach(() => {
    for (const { terminal } of open) {
      try {
        terminal.kill('SIGKILL');
      } catch {
        // It has ended already, as it should.
      }
    }
    rmSync(home, { recursive: true, force: true });
  });
  const events = async (): Promise<readonly RecordedEvent[]> => {
    const { stdout } = await runStudy(['export', 'progress', '--jsonl'], { home });
    const lines = stdout.split('\n').filter(line => line !== '');
    return lines.map(line => JSON.parse(line) as RecordedEvent);
  };
  return {
    get home() {
      return home;
    },
    watch: session => {
      open.push(session);
      return session;
    },
    events,
    types: async () => (await events()).map(({ type }) => type),
  };
};
