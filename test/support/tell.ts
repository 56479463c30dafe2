/** Says what a heavy loop has counted, beside what the runner prints. */
export const tell = (text: string): void => void process.stdout.write(`${text}\n`);
