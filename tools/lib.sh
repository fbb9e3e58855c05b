# lib.sh: what the project's scripts share; sourced, not run
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash

say () {
  printf '%s\n' "$*"
}

die () {
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit 1
}

# What is needed, by purpose: build, display (a virtual one with a picture of
# it), test, clang, chroot, flatpak, portals (to test what is in one).
packages_debian () {
  case $1 in
    build) echo gcc libc6-dev meson ninja-build pkgconf gettext desktop-file-utils \
      libglib2.0-dev libgtk-4-dev libgtk-4-bin libadwaita-1-dev libjson-glib-dev libmd4c-dev libical-dev ;;
    display) echo xvfb xauth openbox xdotool x11-utils imagemagick dbus-daemon dbus-bin \
      adwaita-icon-theme librsvg2-common shared-mime-info fonts-cantarell fonts-dejavu-core \
      gsettings-desktop-schemas ;;
    test) echo shellcheck wmctrl at-spi2-core gir1.2-atspi-2.0 gir1.2-gtk-4.0 python3 python3-gi \
      python3-jsonschema strace util-linux binutils appstream libxml2-utils shared-mime-info \
      librsvg2-bin libglib2.0-bin git locales \
      python3-icalendar tzdata cmark-gfm kramdown ruby-kramdown-parser-gfm xdg-desktop-portal fuse3 ;;
    clang) echo clang llvm lld ;;
    chroot) echo mmdebstrap debian-archive-keyring ;;
    flatpak) echo flatpak flatpak-builder ostree elfutils patch git ;;
    portals) echo xdg-desktop-portal xdg-desktop-portal-gtk fuse3 bubblewrap libglib2.0-bin ;;
  esac
}

packages_fedora () {
  case $1 in
    build) echo gcc glibc-devel meson ninja-build pkgconf-pkg-config gettext desktop-file-utils \
      glib2-devel gtk4-devel libadwaita-devel json-glib-devel md4c-devel libical-devel ;;
    display) echo xorg-x11-server-Xvfb xorg-x11-xauth openbox xdotool xwininfo xprop ImageMagick \
      dbus-daemon adwaita-icon-theme librsvg2 shared-mime-info abattis-cantarell-fonts \
      dejavu-sans-fonts gsettings-desktop-schemas ;;
    test) echo ShellCheck wmctrl at-spi2-core python3 python3-gobject python3-jsonschema strace util-linux \
      binutils appstream libxml2 shared-mime-info librsvg2-tools git glibc-locale-source \
      python3-icalendar tzdata cmark-gfm rubygem-kramdown rubygem-kramdown-parser-gfm \
      xdg-desktop-portal fuse3 ;;
    clang) echo clang llvm lld compiler-rt ;;
    chroot) echo mmdebstrap debian-keyring ;;
    flatpak) echo flatpak flatpak-builder ostree elfutils patch git ;;
    portals) echo xdg-desktop-portal xdg-desktop-portal-gtk fuse3 bubblewrap glib2 ;;
  esac
}

packages_arch () {
  case $1 in
    build) echo gcc meson ninja pkgconf gettext desktop-file-utils glib2-devel gtk4 libadwaita \
      json-glib md4c libical ;;
    display) echo xorg-server-xvfb xorg-xauth openbox xdotool xorg-xwininfo xorg-xprop imagemagick \
      dbus adwaita-icon-theme librsvg shared-mime-info cantarell-fonts ttf-dejavu \
      gsettings-desktop-schemas ;;
    test) echo shellcheck wmctrl at-spi2-core python python-gobject python-jsonschema strace util-linux \
      binutils appstream libxml2 shared-mime-info librsvg git \
      python-icalendar tzdata cmark-gfm ruby-kramdown ruby-kramdown-parser-gfm \
      xdg-desktop-portal fuse3 ;;
    clang) echo clang llvm lld compiler-rt ;;
    chroot) echo mmdebstrap debian-archive-keyring ;;
    flatpak) echo flatpak flatpak-builder ostree elfutils patch git ;;
    portals) echo xdg-desktop-portal xdg-desktop-portal-gtk fuse3 bubblewrap glib2 ;;
  esac
}

# Debian, Fedora or Arch, or what is made from one of them.
distribution () {
  local id='' like=''
  if [ -r /etc/os-release ]; then
    id=$(. /etc/os-release && echo "${ID:-}")
    like=$(. /etc/os-release && echo "${ID_LIKE:-}")
  fi
  case " $id $like " in
    *' debian '*|*' ubuntu '*) echo debian ;;
    *' fedora '*|*' rhel '*) echo fedora ;;
    *' arch '*) echo arch ;;
    *) echo unknown ;;
  esac
}

# Prints those of the named packages that are not installed.
missing_packages () {
  local system=$1 package
  shift
  case $system in
    debian)
      for package in "$@"; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] ||
          echo "$package"
      done ;;
    fedora)
      for package in "$@"; do
        rpm -q --quiet --whatprovides "$package" || echo "$package"
      done ;;
    # pacman -T prints what is missing and then fails
    arch) pacman -T "$@" || true ;;
  esac
}

as_root () {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    die "this needs root, and there is no sudo: $*"
  fi
}

# install_packages PURPOSE...: installs what is missing, and says so.
install_packages () {
  local system purpose log
  local -a wanted=() missing=()

  system=$(distribution)
  if [ "$system" = unknown ]; then
    say 'This is neither Debian, Fedora nor Arch: what Lectern needs has to be there already'
    return
  fi
  for purpose in "$@"; do
    # One word a package
    # shellcheck disable=SC2207
    wanted+=($("packages_$system" "$purpose"))
  done
  mapfile -t missing < <(missing_packages "$system" "${wanted[@]}" | sort -u)
  [ "${#missing[@]}" -gt 0 ] || return 0

  say "Installing what is missing: ${missing[*]}"
  log=$(mktemp)
  if ! install_now "$system" "${missing[@]}" >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    rm -f "$log"
    die "these packages could not be installed: ${missing[*]}"
  fi
  rm -f "$log"
}

install_now () {
  local system=$1
  shift
  case $system in
    debian)
      as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 update &&
        as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 \
          install -y --no-install-recommends "$@" ;;
    fedora) as_root dnf -y -q install --setopt=install_weak_deps=False "$@" ;;
    arch) as_root pacman -S --noconfirm --needed "$@" ;;
  esac
}

# apt_mirror: the first http mirror of Debian itself that apt knows, in either
# of the two ways of writing sources; nothing if there is none.
apt_mirror () {
  local -a lists=()
  local list
  for list in /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources; do
    [ ! -r "$list" ] || lists+=("$list")
  done
  [ "${#lists[@]}" -gt 0 ] || return 0
  awk '
    /^deb / {
      for (i = 2; i <= NF; i++)
        if ($i ~ /^https?:/) { print $i; break }
    }
    /^URIs:/ { for (i = 2; i <= NF; i++) if ($i ~ /^https?:/) print $i }
  ' "${lists[@]}" | grep -E '/debian/?$' | head -n 1
}

# copy_tree FOLDER: what git knows of the tree, as it stands in the folder.
copy_tree () {
  mkdir -p "$1"
  # The one who sources this knows it.
  # shellcheck disable=SC2154
  (cd "$root" && git ls-files -z --cached --others --exclude-standard |
    while IFS= read -r -d '' path; do
      [ ! -e "$path" ] || printf '%s\0' "$path"
    done | tar --create --no-recursion --null --files-from=-) | tar --extract --directory="$1"
}

# configure FOLDER OPTION...: sets a build up, again only if the options are
# not those of the last time.
configure () {
  local folder=$1 wanted
  shift
  wanted="$*"
  if [ -f "$folder/build.ninja" ] && [ "$(cat "$folder/lectern-options" 2>/dev/null)" = "$wanted" ]; then
    return
  fi
  rm -rf "$folder"
  mkdir -p "$folder"
  if ! meson setup "$folder" "$@" >"$folder/lectern-setup.log" 2>&1; then
    cat "$folder/lectern-setup.log" >&2
    return 1
  fi
  printf '%s\n' "$wanted" >"$folder/lectern-options"
}

# compile FOLDER: quiet if it goes well, else all that was said.
compile () {
  local folder=$1
  if ! ninja -C "$folder" >"$folder/lectern-compile.log" 2>&1; then
    grep -v '^\[[0-9]*/[0-9]*\] \(Compiling\|Generating\|Linking\)' "$folder/lectern-compile.log" >&2
    return 1
  fi
}

# without_portals: the session buses that are started from here on know none of
# the machine's portals.  One that is installed without a desktop's dialogs
# answers but knows no interface, of which the toolkit warns; and the one for
# documents mounts its files in the runtime folder, which is to be removed.
without_portals () {
  local services=$XDG_RUNTIME_DIR/dbus-1/services name
  mkdir -p "$services"
  for name in Desktop Documents; do
    printf '[D-BUS Service]\nName=org.freedesktop.portal.%s\nExec=/bin/false\n' "$name" \
      >"$services/org.freedesktop.portal.$name.service"
  done
}

# private_surroundings: a home of its own for what is started from here on, so
# that nothing of the user's is read or written.  The folder's name is left in
# $private; who calls this removes it.
private_surroundings () {
  private=$(mktemp -d "${TMPDIR:-/tmp}/lectern.XXXXXX")
  mkdir -m 700 "$private/home" "$private/run"
  unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME XDG_STATE_HOME
  unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS XAUTHORITY
  unset LANGUAGE G_MESSAGES_DEBUG GTK_DEBUG GTK_THEME LECTERN_TODAY
  export HOME=$private/home XDG_RUNTIME_DIR=$private/run
  export GSETTINGS_BACKEND=memory ADW_DISABLE_PORTAL=1
  without_portals
}

# run_tests BUILD FULL FLATPAK [WRAPPER...]: every test of the build, in
# surroundings of its own; "slow" and "flatpak" only where asked for.  What
# the tests find is for count-tests to say; this fails only if they could not
# be run.
run_tests () {
  local folder=$1 full=$2 flatpak=$3 log=$1/meson-logs/testlog.json
  shift 3
  local -a which=()
  [ "$full" = yes ] || which+=(--no-suite slow)
  if [ "$flatpak" = no ]; then
    which+=(--no-suite flatpak)
  elif ! meson introspect "$folder" --tests | grep -q ':flatpak"'; then
    die 'there are no tests of the Flatpak in this tree'
  fi

  say 'Running the tests…'
  rm -f "$log"
  (
    private_surroundings
    trap 'rm -rf "$private"' EXIT
    LECTERN_TEST_FULL=$full meson test -C "$folder" --no-rebuild --print-errorlogs \
      "${which[@]}" "$@" >"$folder/lectern-test.log" 2>&1 || true
  )
  [ -s "$log" ] || { cat "$folder/lectern-test.log" >&2; die 'no test was run'; }
}
