#!/usr/bin/env bash
# Builds the program and puts it, its man page and its completions for bash, zsh and fish below a folder.
#
#   .tools/install.sh [PREFIX]      PREFIX is ~/.local by default
set -euo pipefail
prefix=$(mkdir -p "${1:-$HOME/.local}" && realpath "${1:-$HOME/.local}")
cd "$(dirname "$0")/.."

swift build -c release --product swapwire
program=$(swift build -c release --show-bin-path)/swapwire
install -D -m 755 "$program" "$prefix/bin/swapwire"

completions() {
  mkdir -p "$(dirname "$prefix/share/$2")"
  "$program" --generate-completion-script "$1" > "$prefix/share/$2"
}
completions bash bash-completion/completions/swapwire
completions zsh zsh/site-functions/_swapwire
completions fish fish/vendor_completions.d/swapwire.fish

# swift-argument-parser makes the page from the same declarations as the help.
swift package generate-manual
mkdir -p "$prefix/share/man/man1"
# mdoc wants no empty lines.
sed "s/^\$/.Pp/" .build/plugins/GenerateManual/outputs/swapwire/swapwire.1 > "$prefix/share/man/man1/swapwire.1"

echo "installed below $prefix: bin/swapwire, completions and man page in share"
