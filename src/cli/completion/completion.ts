import { Option } from 'commander';
import { Failure } from '../../core/base/failure.ts';
import { completionScript, SHELLS } from './completion-scripts.ts';
import type { CommandModule } from '../program/command.ts';
import { didYouMean } from '../../core/base/suggest.ts';

const EXAMPLES = `
Examples:
  eval "$(study completion bash)"           in ~/.bashrc
  eval "$(study completion zsh)"            in ~/.zshrc, after compinit
  study completion fish | source            in ~/.config/fish/config.fish`;

export const command: CommandModule = {
  setup: (command, context, _words, commands) => {
    command
      .argument('[words...]', 'bash, zsh or fish')
      .addOption(new Option('--words', 'print candidates for the words that follow').hideHelp())
      .addHelpText('after', EXAMPLES)
      .action(async (words: string[], flags: { words?: true }) => {
        const { out, options } = context();
        if (flags.words === true) {
          const { completionsFor } = await import('./complete.ts');
          for (const candidate of await completionsFor(words, context, commands)) out.line(candidate);
          return;
        }
        const [name = ''] = words;
        const shell = SHELLS.find(candidate => candidate === name);
        if (shell === undefined || words.length > 1) {
          const guess = didYouMean(name, SHELLS) ?? 'bash';
          throw new Failure(
            'usage',
            name === '' ? 'Which shell?' : `There is no completion for "${words.join(' ')}"`,
            {
              code: 'unknown-shell',
              try: `study completion ${guess} (bash, zsh and fish are known)`,
            },
          );
        }
        if (options.json) out.json({ shell, script: completionScript(shell) });
        else out.write(completionScript(shell));
      });
  },
};
