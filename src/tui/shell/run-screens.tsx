/** Runs the screens in a terminal, from the first frame until the normal screen is back. */
import type { Instance } from 'ink';
import { render } from 'ink';
import type { Renderer } from '../../text/question/renderer.ts';
import { makeLiveRenderer } from '../../text/question/renderer.ts';
import { App } from './app.tsx';
import type { Destination } from './destination.ts';
import type { Services } from './services.ts';
import type { ShellEnding } from './shell.ts';
import { Shell } from './shell.ts';
import type { Streams } from '../terminal/terminal.ts';
import { keepHistory } from '../terminal/keep-history.ts';
import type { BackgroundQuestion } from '../terminal/background.ts';
import { askBackground, canAsk } from '../terminal/background.ts';
import { makeTerminal, sizeOf } from '../terminal/terminal.ts';
import type { Palette } from '../../text/layout/style.ts';
import type { ThemeChoice } from '../components/theme.ts';
import { makeLook } from '../components/look.ts';

interface ScreensParts extends Streams {
  /** How Markdown is rendered follows from the theme. */
  readonly services: Omit<Services, 'renderer'>;
  readonly look: ThemeChoice;
  readonly first: Destination;
  /** Remembers what the terminal has said of its background. */
  readonly keepBackground?: (background: Palette) => void;
  /** A screen that is opened above the first one at once. */
  readonly above?: Destination | null;
}

interface ScreensOutcome {
  readonly ending: ShellEnding;
  /** What stays on the normal screen. */
  readonly farewell: readonly string[];
}

/** Milliseconds after which a program that was stopped, or could not be, draws again. */
const WAKE = 50;

/** Frames a second at most: enough for a held key, and a press shows at once anyway. */
const MAX_FPS = 60;

/** The course may be another one after an edit, so its getter must stay one. */
const withRenderer = (services: Omit<Services, 'renderer'>, renderer: Renderer): Services =>
  Object.defineProperties({ renderer }, Object.getOwnPropertyDescriptors(services)) as Services;

/**
 * @throws Failure where the first screen cannot be opened; nothing has been drawn then
 */
export const runScreens = async ({
  services,
  look,
  first,
  above = null,
  keepBackground,
  stdin,
  stdout,
}: ScreensParts): Promise<ScreensOutcome> => {
  const live = makeLook(look);
  const renderer = makeLiveRenderer(live.theme);
  const shell = new Shell({ services: withRenderer(services, renderer), look: live, size: sizeOf(stdout) });
  await shell.start(first);
  if (above !== null) await shell.start(above);
  const ended = new Promise<void>(resolve => {
    const stop = shell.subscribe(() => {
      if (shell.ending === null) return;
      stop();
      resolve();
    });
  });
  if (shell.screen === null || shell.ending !== null)
    return { ending: shell.ending ?? { is: 'left' }, farewell: shell.farewell() };

  const { clock } = services.runtime;
  const terminal = makeTerminal({
    stdin,
    stdout,
    onInput: input => shell.input(input),
    onReply: reply => question?.take(reply),
    onEnd: () => shell.end({ is: 'hung-up' }),
    now: clock.ticks ?? clock.now,
  });
  /** The terminal is asked for its background once, after the first frame. */
  let question: BackgroundQuestion | null = null;
  const ask = (): void => {
    if (
      question !== null ||
      shell.ending !== null ||
      look.theme !== 'auto' ||
      !look.colour ||
      !canAsk(look.env)
    )
      return;
    question = askBackground(
      text => stdout.write(text),
      background => {
        if (background !== look.background) shell.restyle({ background });
        keepBackground?.(background);
      },
    );
  };
  /** Whoever gets the terminal next must not get the answers to questions of this program. */
  const drained = async (): Promise<void> => {
    if (shell.ending?.is !== 'hung-up') await question?.pending();
  };
  let ink: Instance | null = null;
  /** Whether the shell has the terminal, after Ctrl-Z. */
  let isAsleep = false;
  const inkStdout = keepHistory(stdout);
  const show = (): void => {
    isAsleep = false;
    terminal.enter();
    process.off('SIGTSTP', sleep).on('SIGTSTP', sleep);
    shell.resize(terminal.size);
    ink ??= render(<App shell={shell} />, {
      stdin,
      stdout: inkStdout,
      exitOnCtrlC: false,
      patchConsole: false,
      maxFps: MAX_FPS,
    });
  };
  const hide = (): void => {
    ink?.unmount();
    ink = null;
    // Whoever gets the terminal now is stopped, and stops this program, as usual.
    process.off('SIGTSTP', sleep);
    terminal.leave();
  };
  const redraw = (): void => {
    hide();
    show();
  };
  const wake = (): void => {
    if (isAsleep && shell.ending === null) show();
  };
  const sleep = (): void => {
    const waits = question?.pending() ?? null;
    if (waits === null) stopNow();
    else void waits.then(stopNow);
  };
  const stopNow = (): void => {
    hide();
    isAsleep = true;
    // The whole group, as the terminal itself would: npx, above this process, stops too. It stops here, so the
    // timer runs out only after it was brought back; or at once where no shell minds jobs and nothing stops.
    process.kill(0, 'SIGTSTP');
    setTimeout(() => setImmediate(wake), WAKE);
  };
  /** After `kill -STOP` nobody had given the terminal back, and what has it now may have changed it. */
  const onContinue = (): void => {
    if (isAsleep) wake();
    else if (ink !== null) redraw();
  };
  const onResize = (): void => shell.resize(terminal.size);
  const onError = (error: unknown): void => shell.fail(error);
  const handlers: readonly (readonly [string, (error: unknown) => void])[] = [
    ['SIGHUP', () => shell.end({ is: 'hung-up' })],
    ['SIGTERM', () => shell.end({ is: 'terminated' })],
    ['SIGINT', () => shell.end({ is: 'interrupted' })],
    ['SIGCONT', onContinue],
    // What goes wrong in a timer, or while something is loaded, is told on the normal screen like any other error.
    ['uncaughtException', onError],
    ['unhandledRejection', onError],
    // Whatever ends the process: the learner's shell gets its terminal back.
    ['exit', terminal.leave],
  ];

  shell.attach({
    suspend: async use => {
      await drained();
      hide();
      try {
        return await use();
      } finally {
        if (shell.ending === null) show();
      }
    },
    sleep,
    redraw,
  });
  stdout.on('resize', onResize);
  for (const [event, handler] of handlers) process.on(event, handler);
  try {
    show();
    setImmediate(ask);
    await ended;
    await drained();
  } finally {
    hide();
    for (const [event, handler] of handlers) process.off(event, handler);
    stdout.off('resize', onResize);
    stdin.unref();
  }
  return { ending: shell.ending ?? { is: 'left' }, farewell: shell.farewell() };
};
