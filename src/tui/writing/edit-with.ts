import type { Host } from '../shell/screen.ts';

/** Opens a text in the learner's editor, and takes what it has become. */
export const editWith = (host: Host, text: string, take: (text: string) => void): void => {
  const editor = host.services.textEditor(text);
  if (editor.is === 'said') return host.say(editor.text);
  const edit = async (): Promise<void> => {
    const edited = await host.suspend(() => editor.open());
    if (edited.is === 'failed') host.say(edited.text, 'bad');
    else take(edited.text.trimEnd());
    host.redraw();
  };
  void edit().catch(host.fail);
};
