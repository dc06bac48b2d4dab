#!/bin/sh
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
#
# Starts the program as a user does, lets it show what it was given, and wants it to end well and to say nothing.
#
#   start.sh PROGRAM SAMPLE

set -u
program=$1
sample=$2
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
number=0
unset G_TEST_SRCDIR G_TEST_BUILDDIR

check ()
{
  number=$((number + 1))
  name=$1
  shift
  if timeout 60 "$program" --exit-after-startup "$@" 2>"$folder/errors" && [ ! -s "$folder/errors" ]; then
    echo "ok $number - $name"
  else
    echo "not ok $number - $name"
    sed 's/^/# /' "$folder/errors"
  fi
}

printf '<graphml><graph><node id="a"' >"$folder/broken.graphml"
check "the welcome page"
check "a map" "$sample"
check "two maps" "$sample" "$folder/broken.graphml"
check "a broken file" "$folder/broken.graphml"
check "a file that is not there" "$folder/missing.graphml"
check "a folder" "$folder"
export LANGUAGE=ar LC_ALL="${LIAISON_LANGUAGE_LOCALE:-C.UTF-8}" LOCPATH="${LIAISON_LOCALES-}"
check "a map, mirrored" "$sample"
echo "1..$number"
