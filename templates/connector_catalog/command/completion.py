"""Scripts that complete the command line in a shell, made from the parser, so that they never lag behind it."""

from __future__ import annotations

from argparse import Action, ArgumentParser
from collections.abc import Iterator
from typing import Any, NamedTuple

from .arguments import PROGRAM

_TYPES = f"{PROGRAM} list --vendor %s 2>/dev/null | awk '{{print $3}}'"


class Command(NamedTuple):
    """A command, as far as it is completed.

    Attributes:
        name: Its name.
        help: What it does.
        options: The choices of each option; none where it takes anything, ``None`` where it takes no value.
        texts: The help of each option.
        words: The choices of each positional argument.
    """

    name: str
    help: str
    options: dict[str, tuple[str, ...] | None]
    texts: dict[str, str]
    words: tuple[tuple[str, ...], ...]


def script_of(shell: str, parser: ArgumentParser) -> str:
    """The script for ``bash``, ``zsh`` or ``fish``."""
    commands = list(_commands(parser))
    return {"bash": _bash, "zsh": _zsh, "fish": _fish}[shell](commands)


def _commands(parser: ArgumentParser) -> Iterator[Command]:
    (subparsers,) = (each for each in _actions(parser) if isinstance(each.choices, dict))
    inner: dict[str, Any] = dict(subparsers.choices or {})
    for name, each in inner.items():
        options = [action for action in _actions(each) if action.option_strings]
        yield Command(
            name,
            (each.description or "").split(".")[0],
            {spelt: _choices(action) for action in options for spelt in action.option_strings},
            {spelt: action.help or "" for action in options for spelt in action.option_strings},
            tuple(tuple(action.choices or ()) for action in _actions(each) if not action.option_strings),
        )


def _actions(parser: ArgumentParser) -> list[Action]:
    return parser._actions  # noqa: SLF001 # there is no other way


def _choices(action: Action) -> tuple[str, ...] | None:
    return None if action.nargs == 0 else tuple(action.choices or ())


def _bash(commands: list[Command]) -> str:
    names = " ".join(each.name for each in commands)
    cases = "".join(_bash_case(each) for each in commands)
    return f"""# bash completion of {PROGRAM}: eval "$({PROGRAM} completion bash)"
_connector_catalog_types() {{
    {_TYPES % '"$1"'}
}}
_connector_catalog_words() {{
    mapfile -t COMPREPLY < <(compgen -W "$1" -- "$2")
}}
_connector_catalog() {{
    local current="${{COMP_WORDS[COMP_CWORD]}}" previous="${{COMP_WORDS[COMP_CWORD-1]}}" vendor="" index
    COMPREPLY=()
    if [ "$COMP_CWORD" -eq 1 ]; then
        _connector_catalog_words "{names} -h --help --version" "$current"
        return
    fi
    for ((index = 1; index < COMP_CWORD; index++)); do
        [ "${{COMP_WORDS[index]}}" = --vendor ] && vendor="${{COMP_WORDS[index+1]}}"
    done
    case "${{COMP_WORDS[1]}}" in
{cases}    esac
}}
complete -o default -F _connector_catalog {PROGRAM}
"""


def _bash_case(command: Command) -> str:
    lines = [f"    {command.name})", '        case "$previous" in']
    for name, choices in command.options.items():
        if name == "--type":
            types = '"$(_connector_catalog_types "$vendor")"'
            lines.append(f'        {name}) _connector_catalog_words {types} "$current"; return ;;')
        elif choices:
            lines.append(f'        {name}) _connector_catalog_words "{" ".join(choices)}" "$current"; return ;;')
    lines.append("        esac")
    options = f'_connector_catalog_words "{" ".join(command.options)}" "$current"'
    lines.append(f'        if [[ "$current" == -* ]]; then {options}; return; fi')
    for place, choices in enumerate(command.words, 2):
        if choices:
            words = f'_connector_catalog_words "{" ".join(choices)}" "$current"'
            lines.append(f'        if [ "$COMP_CWORD" -eq {place} ]; then {words}; fi')
    if _takes_connector(command):
        types = '"$(_connector_catalog_types "${COMP_WORDS[2]}")"'
        lines.append(f'        if [ "$COMP_CWORD" -eq 3 ]; then _connector_catalog_words {types} "$current"; fi')
    return "\n".join([*lines, "        ;;\n"])


def _takes_connector(command: Command) -> bool:
    return len(command.words) == 2


def _zsh(commands: list[Command]) -> str:
    names = " ".join(_quoted(f"{each.name}:{each.help}") for each in commands)
    cases = "".join(_zsh_case(each) for each in commands)
    return f"""#compdef {PROGRAM}
# zsh completion of {PROGRAM}: eval "$({PROGRAM} completion zsh)", after compinit
_connector_catalog_types() {{
    local vendor="${{opt_args[--vendor]:-${{line[1]}}}}"
    local -a types
    types=("${{(@f)$({_TYPES % '"$vendor"'})}}")
    compadd -a types
}}
_connector_catalog() {{
    local state
    local -a line
    local -A opt_args
    if (( CURRENT == 2 )); then
        local -a commands
        commands=({names})
        _describe command commands
        compadd -- -h --help --version
        return
    fi
    local command="${{words[2]}}"
    shift words
    (( CURRENT-- ))
    case "$command" in
{cases}    esac
}}
compdef _connector_catalog {PROGRAM}
"""


def _zsh_case(command: Command) -> str:
    parts = []
    for name, choices in command.options.items():
        text = _zsh_text(command.texts[name])
        value = "" if choices is None else f":value:({' '.join(choices)})" if choices else ":value: "
        value = ":type:_connector_catalog_types" if name == "--type" else value
        parts.append(_quoted(f"{name}[{text}]{value}"))
    for place, choices in enumerate(command.words, 1):
        action = f"({' '.join(choices)})" if choices else "_connector_catalog_types" if place == 2 else ""
        parts.append(_quoted(f"{place}:argument:{action}") if action else _quoted("*:file:_files"))
    return f"    {command.name}) _arguments {' '.join(parts)} ;;\n"


def _zsh_text(text: str) -> str:
    return text.replace("[", "(").replace("]", ")").replace(":", ";")


def _fish(commands: list[Command]) -> str:
    names = " ".join(each.name for each in commands)
    lines = [
        f"# fish completion of {PROGRAM}: {PROGRAM} completion fish | source",
        f"complete -c {PROGRAM} -n __fish_use_subcommand -f -l version -d 'print the version'",
        f"complete -c {PROGRAM} -n 'not __fish_seen_subcommand_from {names}' -f",
    ]
    for command in commands:
        lines.append(f"complete -c {PROGRAM} -n __fish_use_subcommand -a {command.name} -d {_quoted(command.help)}")
        seen = f"-n '__fish_seen_subcommand_from {command.name}'"
        for name, choices in command.options.items():
            spelt = f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}"
            value = "" if choices is None else f" -x -a {_quoted(' '.join(choices))}" if choices else " -x"
            if name == "--type":
                value = " -x -a " + _quoted(f"({PROGRAM} list 2>/dev/null | awk '{{print $3}}')")
            lines.append(f"complete -c {PROGRAM} {seen} {spelt}{value} -d {_quoted(command.texts[name])}")
        words = [choices for choices in command.words if choices]
        lines += [f"complete -c {PROGRAM} {_fish_place(command, 2)} -f -a {_quoted(' '.join(each))}" for each in words]
        if _takes_connector(command):
            types = _quoted(f"({_TYPES % '(commandline -opc)[3]'})")
            lines.append(f"complete -c {PROGRAM} {_fish_place(command, 3)} -f -a {types}")
    return "\n".join(lines) + "\n"


def _fish_place(command: Command, place: int) -> str:
    """The condition that the word in this place of the command is completed."""
    return f"-n '__fish_seen_subcommand_from {command.name}; and test (count (commandline -opc)) -eq {place}'"


def _quoted(text: str) -> str:
    escaped = text.replace("'", "'\\''")
    return f"'{escaped}'"
