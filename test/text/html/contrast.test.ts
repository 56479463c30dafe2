import { describe, expect, it } from 'vitest';
import { PAGE_STYLE } from '../../../src/text/html/page-style.ts';
import { makeStyle } from '../../../src/text/layout/style.ts';

type Rgb = readonly [number, number, number];

/** `#1a7f64` as parts of 1, made linear (WCAG 2.2, relative luminance). */
const linear = (hex: string): Rgb => {
  const part = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
};

const luminance = ([r, g, b]: Rgb): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** Contrast of two colours by WCAG 2.2: 1 to 21. */
const contrast = (one: Rgb, other: Rgb): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

type Matrix = readonly [Rgb, Rgb, Rgb];

/** What who lacks one kind of cone sees, on linear RGB (Machado, Oliveira, Fernandes 2009, severity 1). */
const SIGHTS: Readonly<Record<string, Matrix>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

const seenBy = (matrix: Matrix, [r, g, b]: Rgb): Rgb => {
  const row = ([x, y, z]: Rgb): number => clamp(x * r + y * g + z * b);
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
};

/** How far apart two colours are: Euclid in the cube roots of linear RGB, near to how lightness is felt. */
const distance = (one: Rgb, other: Rgb): number =>
  Math.hypot(...one.map((value, i) => Math.cbrt(value) - Math.cbrt(other[i] ?? 0)));

/** The palettes of the page: light, dark, and for paper. */
const palettes = PAGE_STYLE.split(':root {')
  .slice(1)
  .map(block => new Map([...block.matchAll(/--(\w+): (#[\da-f]{6})/g)].map(found => [found[1], found[2]])));

const colour = (palette: (typeof palettes)[number], name: string): Rgb =>
  linear(palette.get(name) ?? '#000000');

describe.each(palettes.map((palette, i) => [['light', 'dark', 'paper'][i] ?? '', palette] as const))(
  'the %s colours of pages',
  (_, palette) => {
    it('are all there', () => {
      expect(palette.size).toBeGreaterThanOrEqual(12);
    });

    it('let text be read: 4.5 to 1 on the paper, as WCAG 1.4.3 asks', () => {
      for (const name of ['ink', 'soft'])
        expect(contrast(colour(palette, name), colour(palette, 'paper'))).toBeGreaterThanOrEqual(4.5);
    });

    it('let bars be seen: 3 to 1 on the paper, as WCAG 1.4.11 asks', () => {
      for (const name of ['fill', 'second', 'warn'])
        expect(contrast(colour(palette, name), colour(palette, 'paper'))).toBeGreaterThanOrEqual(3);
    });

    it.each(Object.entries(SIGHTS))('tell bars apart under %s', (_name, matrix) => {
      const pairs = [
        ['fill', 'second'],
        ['fill', 'warn'],
        ['second', 'warn'],
      ] as const;
      for (const [one, other] of pairs)
        expect(
          distance(seenBy(matrix, colour(palette, one)), seenBy(matrix, colour(palette, other))),
        ).toBeGreaterThan(0.1);
    });

    it('shade days in steps of lightness, so that no colour has to be known', () => {
      const levels = [0, 1, 2, 3, 4].map(level =>
        contrast(colour(palette, `level${level}`), colour(palette, 'paper')),
      );
      for (const [i, level] of levels.slice(1).entries())
        expect(level / (levels[i] ?? 1)).toBeGreaterThan(1.15);
    });
  },
);

describe('the colours of the terminal', () => {
  it('are its own sixteen, so that the contrast is what its owner has chosen', () => {
    for (const palette of ['dark', 'light'] as const) {
      const { syntax, colour: _colour, ...paints } = makeStyle(true, palette);
      for (const paint of [...Object.values(paints), ...Object.values(syntax)])
        // oxlint-disable-next-line no-control-regex -- the codes of styles are what it looks for
        expect(paint('x').replace(/\u001b\[(?:[1-9]|2[2-9]|3[0-79]|9[0-7])m/g, '')).toBe('x');
    }
  });

  it('are none in the theme for those who want none', () => {
    expect(makeStyle(false).wrong('x')).toBe('x');
  });
});
