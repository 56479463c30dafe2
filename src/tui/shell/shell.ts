/** The program around the screens, without React and without a terminal: which screen is shown, and what keys do. */
import { Failure } from '../../core/base/failure.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import type { KeyContext } from '../keys/key-context.ts';
import { actionOf, globalActionOf, keyIn, keyContext, textOf } from '../keys/key-table.ts';
import { makeOverlay } from './overlay.tsx';
import type { Destination } from './destination.ts';
import { makeScreen } from './routes.ts';
import type { Host, Message, Screen, Size, Tone } from './screen.ts';
import type { Services } from './services.ts';
import type { Input } from '../terminal/input.ts';
import type { Theme } from '../components/theme.ts';

/** How the screens ended. `failed`: with an error that is still to be told. */
export type Ending =
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
export interface Display {
  /** Gives the terminal away and takes it back. */
  suspend<T>(use: () => Promise<T>): Promise<T>;
  /** Stops the process until the shell it was started from brings it back. */
  sleep(): void;
  /** Draws everything anew. */
  redraw(): void;
}

export interface ShellParts {
  readonly services: Services;
  readonly theme: Theme;
  /** The terminal at first, in cells. */
  readonly size: Size;
}

/** Screens hand the methods of a host around, so these are bound to it. */
export class Shell implements Host {
  readonly services: Services;
  readonly theme: Theme;
  #terminal: Size;
  #stack: Screen[] = [];
  /** Those that were opened and have something that stays; the others are let go of when they are left. */
  #opened: Screen[] = [];
  #overlay: Screen | null = null;
  #message: Message | null = null;
  #display: Display | null = null;
  #listeners = new Set<() => void>();
  #ending: Ending | null = null;
  /** Keys that came while a screen was being loaded. */
  #early: Input[] = [];
  #isOpening = false;

  constructor({ services, theme, size }: ShellParts) {
    this.services = services;
    this.theme = theme;
    this.#terminal = size;
  }

  /** The screen that is shown; `null` before the first. */
  get screen(): Screen | null {
    return this.#overlay ?? this.#stack.at(-1) ?? null;
  }

  get message(): Message | null {
    return this.#message;
  }

  get ending(): Ending | null {
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
    const most: Size = { columns: columns - 2, rows: Math.max(1, rows - 1 - FRAME_LINES) };
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

  readonly open = (destination: Destination): void => {
    void this.#open(destination);
  };

  /** Opens the first screen. Its errors are the caller's: nothing has been drawn yet. */
  async start(destination: Destination): Promise<void> {
    this.#push(await makeScreen(destination, this));
  }

  async #open(destination: Destination): Promise<void> {
    this.#isOpening = true;
    try {
      this.#push(await makeScreen(destination, this));
    } catch (error) {
      // What is not there, or a disk that takes nothing, is no reason to leave what one is doing.
      if (error instanceof Failure) this.say(failureText(error), 'bad');
      else this.fail(error);
    } finally {
      this.#isOpening = false;
    }
    for (const input of this.#early.splice(0)) this.input(input);
    this.redraw();
  }

  #push(screen: Screen): void {
    this.#stack.push(screen);
    if (screen.farewell !== undefined) this.#opened.push(screen);
  }

  readonly back = (): void => {
    this.#stack.pop()?.close?.();
    const below = this.#stack.at(-1);
    if (below === undefined) this.end({ is: 'left' });
    else below.shown?.();
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
  end(ending: Ending): void {
    if (this.#ending !== null) return;
    this.#ending = ending;
    for (const screen of this.#stack.toReversed()) screen.close?.();
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
    switch (globalActionOf(screen.context, key)) {
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
        this.#overlay = makeOverlay(this, screen.context, () => (this.#overlay = null));
        this.redraw();
        return true;
      case null:
        return false;
    }
  }

  #take(input: Input): void {
    const { screen } = this;
    if (screen === null) return;
    this.#message = null;
    const context: KeyContext = keyContext(screen.context);
    const key = input.type === 'key' ? keyIn(screen.context, input.key) : '';
    const action = input.type === 'key' ? actionOf(screen.context, key) : null;
    if (action !== null) screen.act(action, key);
    else if (context.text === 'yes') {
      const text = input.type === 'paste' ? input.text : textOf(input.key);
      if (text !== null) screen.type?.(text);
    }
    this.redraw();
  }
}
