/**
 * A column of numbers as bytes of a file: no wider than what it holds needs, and read when it is first needed. Most
 * columns hold days or small counts, and memory that is touched for the first time is what reading a file costs most.
 */

/** How the numbers stand there: bytes of each, and what is added to each; with no bytes all of them are `base`. */
export interface ColumnForm {
  readonly width: 0 | 1 | 2 | 4 | 8;
  readonly base: number;
}

/** Reads some of the bytes; they begin at a multiple of their width in their memory. */
export type ReadColumn = (offset: number, length: number) => Uint8Array;

type Values = Uint8Array | Uint16Array | Uint32Array | Float64Array;

const viewOf = (width: ColumnForm['width'], bytes: Uint8Array, rows: number): Values => {
  const { buffer, byteOffset } = bytes;
  switch (width) {
    case 2:
      return new Uint16Array(buffer, byteOffset, rows);
    case 4:
      return new Uint32Array(buffer, byteOffset, rows);
    case 8:
      return new Float64Array(buffer, byteOffset, rows);
    default:
      return new Uint8Array(buffer, byteOffset, rows);
  }
};

/** -0 is no whole number here, for it would come back as 0. */
const isWhole = (value: number): boolean => Number.isSafeInteger(value) && !Object.is(value, -0);

const formOf = (values: Float64Array): ColumnForm => {
  let [least, greatest] = [Infinity, -Infinity];
  for (const value of values) {
    if (!isWhole(value)) return { width: 8, base: 0 };
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  const span = values.length === 0 ? 0 : greatest - least;
  const base = values.length === 0 ? 0 : least;
  if (span === 0) return { width: 0, base };
  if (span < 2 ** 8) return { width: 1, base };
  if (span < 2 ** 16) return { width: 2, base };
  return span < 2 ** 32 ? { width: 4, base } : { width: 8, base: 0 };
};

/** The bytes of a column. */
export const encodeColumn = (
  values: Float64Array,
): { readonly form: ColumnForm; readonly bytes: Uint8Array } => {
  const form = formOf(values);
  const bytes = new Uint8Array(form.width * values.length);
  if (form.width === 0) return { form, bytes };
  const view = viewOf(form.width, bytes, values.length);
  for (const [row, value] of values.entries()) view[row] = value - form.base;
  return { form, bytes };
};

/** The numbers in what {@link encodeColumn} made. */
export class NumberColumn {
  readonly #form: ColumnForm;
  readonly #rows: number;
  readonly #read: ReadColumn;
  #values: Values | null = null;

  constructor(form: ColumnForm, rows: number, read: ReadColumn) {
    this.#form = form;
    this.#rows = rows;
    this.#read = read;
  }

  /** The number of a row, which must be one of the column's. */
  at(row: number): number {
    const { width, base } = this.#form;
    if (width === 0) return base;
    const value = (this.#values ?? this.load())[row] ?? 0;
    // Not even 0 is added to a number that stands as it is: -0 would come back as 0.
    return width === 8 ? value : value + base;
  }

  /** Reads the column where it is not read yet. */
  load(): Values {
    const { width } = this.#form;
    return (this.#values ??= viewOf(width, this.#read(0, width * this.#rows), this.#rows));
  }
}
