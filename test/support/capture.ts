/** A stream of 80 columns that is no terminal, and what was written to it. */
export const capture = (): { readonly stream: NodeJS.WriteStream; readonly text: () => string } => {
  let text = '';
  const stream = {
    isTTY: false,
    columns: 80,
    write: (chunk: string, written?: () => void) => {
      text += chunk;
      if (written !== undefined) queueMicrotask(written);
      return true;
    },
  };
  return { stream: stream as unknown as NodeJS.WriteStream, text: () => text };
};
