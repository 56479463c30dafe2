/**
 * How long a test waits for what must come, in ms. It is no measure of speed: a machine that runs much else can take
 * twenty times as long as an idle one, and a wait that is met costs nothing.
 */
export const PATIENCE = 120_000;
