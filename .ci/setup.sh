# What ./run and ./test need before they can begin: a C compiler, Rust, and on Linux the libraries the window opens at run time.
# Sourced, never run. Nothing is installed before it is named and agreed to; `--yes`, CI=true or being root is agreement.
# It leaves out the display, which only ./run needs.

# The oldest Rust that builds the project; the same number stands as rust-version in Cargo.toml.
rust_wanted=1.95

# Opened at run time by the window; a machine without them builds all the same.
window_packages=(libxkbcommon-x11-0 libx11-6 libx11-xcb1 libxcursor1 libxi6 libegl1 libgl1-mesa-dri)

# Whether questions are answered with yes.
agreed=no
if [[ ${CI:-} == true ]]; then agreed=yes; fi

# All of it goes to standard error, so that what a command prints can be sent to a file.
heading() { printf '\n==> %s\n' "$*" >&2; }
note() { printf '    %s\n' "$*" >&2; }
fail() {
  printf 'Stopped: %s\n' "$*" >&2
  exit 1
}

on_linux() { [[ $(uname -s) == Linux ]]; }

# Asks a question; no answer, or nobody to answer, is no.
ask() {
  local answer=no
  if [[ $agreed == yes ]]; then return 0; fi
  if [[ ! -t 0 ]]; then return 1; fi
  read -r -p "    $1 [y/N] " answer || true
  [[ $answer == [yY] || $answer == [yY][eE][sS] ]]
}

is_installed() {
  [[ $(dpkg-query -W -f='${Status}' "$1" 2>/dev/null) == 'install ok installed' ]]
}

# Installs Debian packages after asking. Carries on without them where that is not possible: what is truly needed fails later,
# with a sentence of its own.
install_packages() {
  local sudo=(sudo)
  note "Missing here: $*"
  if [[ $(id -u) == 0 ]]; then
    sudo=()
  elif ! command -v sudo >/dev/null; then
    note "There is no sudo; ask an administrator to install them."
    return 0
  elif ! ask "Install them with sudo apt-get?"; then
    note "Not installed. To do it yourself: sudo apt-get install $*"
    return 0
  fi
  # The index may be missing or old, so the packages are tried again after fetching it.
  local install=(${sudo[@]+"${sudo[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@")
  if ! "${install[@]}" >&2; then
    if ! { ${sudo[@]+"${sudo[@]}"} apt-get update && "${install[@]}"; } >&2; then
      note "They could not be installed; carrying on without them."
    fi
  fi
}

# Takes package names and installs those that are missing.
need_packages() {
  local package missing=()
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    note "Not Debian or Ubuntu. The names there, for finding them here: $*"
    return 0
  fi
  for package in "$@"; do
    is_installed "$package" || missing+=("$package")
  done
  if ((${#missing[@]})); then install_packages "${missing[@]}"; fi
}

# Whether the first version is at least the second.
at_least() {
  [[ $(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1) == "$2" ]]
}

cargo_version() { cargo --version 2>/dev/null | cut -d ' ' -f 2 || true; }

need_rust() {
  local found
  # rustup puts cargo here, and a shell opened before the installation does not know it yet.
  if [[ -d ${CARGO_HOME:-$HOME/.cargo}/bin ]]; then PATH="$PATH:${CARGO_HOME:-$HOME/.cargo}/bin"; fi
  found=$(cargo_version)
  if [[ -n $found ]] && at_least "$found" "$rust_wanted"; then
    note "Rust $found"
    return 0
  fi
  if [[ -n $found ]]; then note "Rust $found is here, and $rust_wanted or newer is needed."; else note "Rust is not here."; fi
  if command -v rustup >/dev/null && ask "Install Rust $rust_wanted with rustup, beside what you have?"; then
    rustup toolchain install "$rust_wanted" --profile minimal --component clippy --component rustfmt >&2
    export RUSTUP_TOOLCHAIN=$rust_wanted
    return 0
  fi
  if command -v rustup >/dev/null; then
    fail "install it with: rustup toolchain install $rust_wanted, or run this again with --yes"
  fi
  fail "install Rust from https://rustup.rs (Debian 13, Ubuntu 24.04 and newer: sudo apt install rustup), then run this again"
}

# Everything that building, opening and testing need.
set_up() {
  local packages=("${window_packages[@]}")
  heading "Looking for what is needed"
  if on_linux; then
    if ! command -v cc >/dev/null; then packages+=(gcc libc6-dev); fi
    need_packages "${packages[@]}"
    command -v cc >/dev/null || fail "there is no C compiler, which Rust needs for linking; install gcc, then run this again"
  fi
  need_rust
}
