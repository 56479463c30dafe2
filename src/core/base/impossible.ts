/**
 * Ends a `switch` that has every case: with a case missing, it does not compile.
 * @throws TypeError where a value came in by force
 */
export const impossible = (value: never): never => {
  throw new TypeError(`No case for ${JSON.stringify(value)}`);
};
