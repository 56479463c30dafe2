/** The links of a text by number, as they are met. A link within the course is a `place`, others are addresses. */
export class LinkBook {
  readonly #targets: string[] = [];

  /** The number of a target, the same wherever it is met again. */
  numberOf(target: string): number {
    const known = this.#targets.indexOf(target);
    return known === -1 ? this.#targets.push(target) : known + 1;
  }

  /** What a number stands for; `undefined`: nothing. */
  target(number: number): string | undefined {
    return this.#targets[number - 1];
  }

  /** All of them, in the order of their numbers. */
  get targets(): readonly string[] {
    return this.#targets;
  }
}
