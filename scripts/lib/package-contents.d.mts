export declare const packageFaults: (paths: readonly string[]) => readonly string[];
