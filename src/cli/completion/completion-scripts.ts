/** Shells a completion script can be printed for. */
type Shell = 'bash' | 'zsh' | 'fish';
/** Every shell with a completion script. */
export const SHELLS: readonly Shell[] = ['bash', 'zsh', 'fish'];

// Each script hands the words typed so far to `study completion --words`, which answers with one candidate a
// line; where it has none, the shell offers files. So the scripts never go stale, and a course of one's own completes too.
const BASH = `# study completion for bash. In ~/.bashrc:  eval "$(study completion bash)"
_study() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    COMPREPLY+=("$line")
  done < <(study completion --words -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _study study
`;

const ZSH = `#compdef study
# study completion for zsh. In ~/.zshrc, after compinit:  eval "$(study completion zsh)"
_study() {
  local -a candidates
  candidates=("\${(@f)$(study completion --words -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if (( \${#candidates} )) && [[ -n "\${candidates[1]}" ]]; then
    compadd -a candidates
  else
    _files
  fi
}
compdef _study study
`;

const FISH = `# study completion for fish. In ~/.config/fish/config.fish:  study completion fish | source
function __study_complete
  set -l words (commandline -opc) (commandline -ct)
  set -l found (study completion --words -- $words[2..-1] 2>/dev/null)
  if set -q found[1]
    printf '%s\\n' $found
  else
    __fish_complete_path (commandline -ct)
  end
end
complete -c study -f -a '(__study_complete)'
`;

const SCRIPTS: Readonly<Record<Shell, string>> = { bash: BASH, zsh: ZSH, fish: FISH };

/** The script to evaluate in a shell's start file. */
export const completionScript = (shell: Shell): string => SCRIPTS[shell];
