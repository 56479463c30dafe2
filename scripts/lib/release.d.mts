export declare const sectionOf: (changelog: string, name: string) => string | null;
export declare const obstacles: (state: {
  readonly version: string;
  readonly manifest: {
    readonly version: string;
    readonly repository?: unknown;
    readonly bugs?: unknown;
    readonly homepage?: unknown;
  };
  readonly changelog: string;
  readonly isClean: boolean;
  readonly tags: readonly string[];
  readonly placeholders: readonly string[];
}) => readonly string[];
export declare const withVersion: (changelog: string, version: string, day: string) => string;
