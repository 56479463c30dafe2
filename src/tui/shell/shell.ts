/**
 * The program around the screens, without React and without a terminal: which screen is shown, and what keys do.
 * More than 300 lines, for it is one object: the host that screens hand around.
 */
import { Failure } from '../../core/base/failure.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import type { KeyContext } from '../keys/key-context.ts';
import type { ContextName } from '../keys/key-table.ts';
import { actionOf, globalActionOf, isRunningExam, keyIn, keyContext, textOf } from '../keys/key-table.ts';
import { elsewhere } from '../keys/meanings.ts';
import { makeOverlay } from './overlay.tsx';
import type { Destination } from './destination.ts';
import { goToLines, isPlace, placeOf } from './go-to.ts';
import type { Panel } from '../writing/panel.ts';
import { hasScreen, makeScreen } from './routes.ts';
import type { Host, Message, Screen, Size, Tone } from './screen.ts';
import type { Services } from './services.ts';
import type { Input } from '../terminal/input.ts';
import type { Look } from '../components/look.ts';
import type { Theme, ThemeChoice } from '../components/theme.ts';

/** How the screens ended. `failed`: with an error that is still to be told. */
export type ShellEnding =
  | { readonly is: 'left' | 'interrupted' | 'hung-up' | 'terminated' }
  | { readonly is: 'failed'; readonly error: unknown };

/** Smallest terminal that anything is drawn in. */
export const LEAST: Size = { columns: 60, rows: 16 };

/** Lines around a screen's body: its header, an empty line, the rule and the hints. */
const FRAME_LINES = 4;

/** A failure in one line. */
const failureText = ({ message, details: { place } }: Failure): string =>
  sanitizeLine(place === undefined ? message : `${message}: ${place}`);

/** What the shell needs of the terminal. */
interface Display {
  /** Gives the terminal away and takes it back. */
  suspend<T>(use: () => Promise<T>): Promise<T>;
  /** Stops the process until the shell it was started from brings it back. */
  sleep(): void;
  /** Draws everything anew. */
  redraw(): void;
}

interface ShellParts {
  readonly services: Services;
  readonly look: Look;
  /** The terminal at first, in cells. */
  readonly size: Size;
}

/** A screen that is open, and where it is. */
interface Opened {
  readonly to: Destination['to'];
  readonly screen: Screen;
}

/** Screens hand the methods of a host around, so these are bound to it. */
export class Shell implements Host {
  readonly services: Services;
  readonly theme: Theme;
  readonly #look: Look;
  #terminal: Size;
  #stack: Opened[] = [];
  /** Those that were opened and have something that stays; the others are let go of when they are left. */
  #opened: Screen[] = [];
  #overlay: Screen | null = null;
  /** What is being written over the uppermost screen. */
  #panel: Panel | null = null;
  /** The row behind `g` is open and takes the next key. */
  #isGoing = false;
  #message: Message | null = null;
  #display: Display | null = null;
  #listeners = new Set<() => void>();
  #ending: ShellEnding | null = null;
  /** Keys that came while a screen was being loaded. */
  #early: Input[] = [];
  #isOpening = false;
  /** Keys of which was told what they do elsewhere. */
  readonly #explained = new Set<string>();

  constructor({ services, look, size }: ShellParts) {
    this.services = services;
    this.theme = look.theme;
    this.#look = look;
    this.#terminal = size;
  }

  /** The screen that is shown; `null` before the first. */
  get screen(): Screen | null {
    return this.#overlay ?? this.#stack.at(-1)?.screen ?? null;
  }

  /** The keys in force: those of the row behind `g` while it is open. */
  get context(): ContextName | null {
    if (this.#overlay !== null) return this.#overlay.context;
    return this.#isGoing ? 'go-to' : ((this.panel ?? this.screen)?.context ?? null);
  }

  /** What is being written over the uppermost screen; `null` under the overlay, too. */
  get panel(): Panel | null {
    return this.#overlay === null ? this.#panel : null;
  }

  /** The lines of the panel; empty where there is none. */
  get panelLines(): readonly string[] {
    const { columns, rows } = this.#terminal;
    return this.panel?.lines({ columns: columns - 2, rows }) ?? [];
  }

  /** The row behind `g`; empty while it is closed. */
  get goTo(): readonly string[] {
    return this.context === 'go-to' ? goToLines(this.#terminal.columns - 2, this.theme) : [];
  }

  get message(): Message | null {
    return this.#message;
  }

  get ending(): ShellEnding | null {
    return this.#ending;
  }

  /** The terminal, in cells. */
  get terminal(): Size {
    return this.#terminal;
  }

  get isTooSmall(): boolean {
    return this.#terminal.columns < LEAST.columns || this.#terminal.rows < LEAST.rows;
  }

  /** What a screen may draw on: one line stays free, for a frame as high as the terminal makes it scroll. */
  get size(): Size {
    const { columns, rows } = this.#terminal;
    const most: Size = {
      columns: columns - 2,
      rows: Math.max(1, rows - 1 - FRAME_LINES - this.goTo.length - this.panelLines.length),
    };
    const hasSecond = this.screen?.header(most).below !== undefined;
    return hasSecond ? { columns: most.columns, rows: Math.max(1, most.rows - 1) } : most;
  }

  /** What has been asked of the terminal is sent there. */
  attach(display: Display): void {
    this.#display = display;
  }

  /** @returns what ends the subscription */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  readonly redraw = (): void => {
    for (const listener of this.#listeners) listener();
  };

  resize(size: Size): void {
    this.#terminal = size;
    this.redraw();
  }

  readonly has = hasScreen;

  readonly open = (destination: Destination): void => {
    void this.#open(destination);
  };

  readonly replace = (destination: Destination): void => {
    void this.#replace(destination);
  };

  async #replace(destination: Destination): Promise<void> {
    const leaving = this.#stack.at(-1);
    await this.#open(destination);
    const at = leaving === undefined ? -1 : this.#stack.indexOf(leaving);
    // What could not be opened leaves the screen where it was.
    if (at !== -1 && at < this.#stack.length - 1) this.#stack.splice(at, 1)[0]?.screen.close?.();
  }

  readonly below = (): ContextName | null => this.#stack.at(-2)?.screen.context ?? null;

  readonly help = (): void => {
    const { screen } = this;
    if (screen === null || this.#isOpening || this.isTooSmall || this.#overlay !== null) return;
    this.#overlay = makeOverlay(this, this.context ?? screen.context, () => (this.#overlay = null));
    this.redraw();
  };

  /** Opens the first screen, and one above it. Its errors are the caller's: nothing has been drawn yet. */
  async start(destination: Destination): Promise<void> {
    this.#push(destination, await makeScreen(destination, this));
  }

  #open(destination: Destination): Promise<void> {
    return this.#loading(async () => this.#push(destination, await makeScreen(destination, this)));
  }

  /** Loads something that lies above what is shown; keys that come meanwhile are for that. */
  async #loading(load: () => Promise<void>): Promise<void> {
    this.#isOpening = true;
    try {
      await load();
    } catch (error) {
      // What is not there, or a disk that takes nothing, is no reason to leave what one is doing.
      if (error instanceof Failure) this.say(failureText(error), 'bad');
      else this.fail(error);
    } finally {
      this.#isOpening = false;
    }
    for (const input of this.#early.splice(0)) if (!this.#takesAway(input)) this.input(input);
    this.redraw();
  }

  /** Whether a key would take an item out of the queue: not one that nobody has seen when the key was pressed. */
  #takesAway(input: Input): boolean {
    const { screen } = this;
    if (screen === null || input.type !== 'key') return false;
    const { context } = this.panel ?? screen;
    const action = actionOf(context, keyIn(context, input.key));
    return action === 'suspend' || action === 'bury';
  }

  #push({ to }: Destination, screen: Screen): void {
    this.#stack.push({ to, screen });
    if (screen.farewell !== undefined) this.#opened.push(screen);
  }

  readonly back = (): void => {
    this.#stack.pop()?.screen.close?.();
    const below = this.#stack.at(-1)?.screen;
    if (below === undefined) this.end({ is: 'left' });
    else below.shown?.();
    this.redraw();
  };

  /** Goes to a screen by name: in place of the one that was gone to before, above what is being done. */
  visit(destination: Destination): void {
    const isHere = ({ to }: Opened): boolean => to === destination.to;
    if (destination.to === 'home' && this.#stack.some(isHere)) {
      while (this.#stack.length > 1 && this.#stack.at(-1)?.to !== 'home') this.#stack.pop()?.screen.close?.();
      this.screen?.shown?.();
      return;
    }
    while (this.#stack.length > 1 && isPlace(this.#stack.at(-1)?.to ?? 'home'))
      this.#stack.pop()?.screen.close?.();
    this.open(destination);
  }

  /** Changes the look; everything is drawn anew. */
  readonly restyle = (given: Partial<Pick<ThemeChoice, 'theme' | 'ascii' | 'background'>>): void => {
    this.#look.change(given);
    this.redraw();
  };

  readonly quit = (): void => {
    this.end({ is: 'left' });
  };

  readonly say = (text: string, tone: Tone = 'plain'): void => {
    this.#message = { text, tone };
    this.redraw();
  };

  readonly fail = (error: unknown): void => {
    this.end({ is: 'failed', error });
  };

  /** Ends the screens; the first reason stands. */
  end(ending: ShellEnding): void {
    if (this.#ending !== null) return;
    this.#ending = ending;
    for (const { screen } of this.#stack.toReversed()) screen.close?.();
    this.redraw();
  }

  readonly suspend = <T>(use: () => Promise<T>): Promise<T> => {
    return this.#display === null ? use() : this.#display.suspend(use);
  };

  /** What stays on the normal screen. */
  farewell(): readonly string[] {
    return this.#opened.flatMap(screen => screen.farewell?.() ?? []);
  }

  /** A key or a paste. An error in a screen ends the program; it is never lost in an event handler. */
  input(input: Input): void {
    if (this.#ending !== null) return;
    try {
      if (input.type === 'key' && this.#global(input.key)) return;
      if (this.#isOpening) this.#early.push(input);
      else if (!this.isTooSmall) this.#take(input);
    } catch (error) {
      this.fail(error);
    }
  }

  #global(key: string): boolean {
    const { screen } = this;
    if (screen === null) return false;
    switch (globalActionOf(this.context ?? screen.context, key)) {
      case 'interrupt':
        this.end({ is: 'interrupted' });
        return true;
      case 'sleep':
        this.#display?.sleep();
        return true;
      case 'redraw':
        this.#display?.redraw();
        return true;
      case 'help':
        if (this.#isOpening || this.isTooSmall || this.#overlay !== null) return false;
        this.help();
        return true;
      case 'go-to':
        if (this.#isOpening || this.isTooSmall) return false;
        this.#message = null;
        this.#isGoing = true;
        this.redraw();
        return true;
      case 'settings': {
        if (this.#isOpening || this.isTooSmall || !hasScreen('settings')) return false;
        this.#message = null;
        if (this.#stack.at(-1)?.to !== 'settings')
          this.open({ to: 'settings', part: isRunningExam(screen.context) ? 'device' : 'all' });
        return true;
      }
      case null:
        return false;
    }
  }

  /** Takes the key after `g`: a letter that leads nowhere closes the row, and is nothing else. */
  #go(input: Input, screen: Screen): void {
    this.#isGoing = false;
    const place = input.type === 'key' ? placeOf(actionOf('go-to', keyIn('go-to', input.key)) ?? '') : null;
    if (place === 'top') {
      const top = actionOf(screen.context, 'home');
      if (top !== null) screen.act(top, 'home');
    } else if (place !== null) this.visit(place);
    this.redraw();
  }

  /** Opens what a remark or card is written in, on what the uppermost screen is about. */
  #write(what: 'remark' | 'card', screen: Screen): void {
    const about = screen.about?.() ?? null;
    if (about === null) return this.say('Nothing is chosen here to write on');
    const { item, topic, section } = about;
    if (what === 'remark' && item === null)
      return this.say('A remark is on a card or question; W writes a card here');
    const close = (hasChanged: boolean): void => {
      this.#panel = null;
      if (hasChanged) screen.written?.(what);
      this.redraw();
    };
    const open = async (): Promise<void> => {
      const { makeCardPanel, makeRemarkPanel } = await import('../writing/panels.ts');
      const type = this.services.course.entry(item ?? '')?.type ?? 'question';
      this.#panel =
        what === 'card' || item === null
          ? makeCardPanel(this, { topic, section }, close)
          : makeRemarkPanel(this, { item, type }, close);
    };
    void this.#loading(open);
  }

  /** A key that does nothing here, but does something elsewhere: told once. */
  #explain(key: string): void {
    const told = this.#explained.has(key) ? null : elsewhere(key);
    this.#explained.add(key);
    if (told !== null) this.say(told);
  }

  #take(input: Input): void {
    const { screen } = this;
    if (screen === null) return;
    this.#message = null;
    if (this.context === 'go-to') return this.#go(input, screen);
    const taking = this.panel ?? screen;
    const context: KeyContext = keyContext(taking.context);
    const key = input.type === 'key' ? keyIn(taking.context, input.key) : '';
    const action = input.type === 'key' ? actionOf(taking.context, key) : null;
    if (action === 'remark' || action === 'own-card')
      this.#write(action === 'remark' ? 'remark' : 'card', screen);
    else if (action !== null) taking.act(action, key);
    else if (context.text === 'no' && input.type === 'key') this.#explain(key);
    else if (context.text === 'yes') {
      const text = input.type === 'paste' ? input.text : textOf(input.key);
      if (text !== null) taking.type?.(text);
    }
    this.redraw();
  }
}
