#!/usr/bin/env bash
# Builds the QuickFIX C++ peer of the interoperability tests: build-peer.sh OUTPUT
# Exits with 3, and says why, where Debian's libquickfix-dev or a C++ compiler is missing.
set -euo pipefail

output="${1:?usage: build-peer.sh OUTPUT}"
source="$(dirname "${BASH_SOURCE[0]}")/quickfix-peer.cpp"

if ! command -v g++ >/dev/null; then
  echo "the QuickFIX peer needs g++ (apt-get install g++)" >&2
  exit 3
fi
if [ ! -e /usr/include/quickfix/Application.h ]; then
  echo "the QuickFIX peer needs libquickfix-dev (apt-get install libquickfix-dev)" >&2
  exit 3
fi

mkdir -p "$(dirname "$output")"
# Built beside and renamed: a test that runs at the same time sees a whole program or none.
# QuickFIX 1.15 still has dynamic exception specifications, which C++17 took out.
g++ -std=c++14 -O2 -Wall -Wno-deprecated -o "$output.$$" "$source" -lquickfix -lpthread
mv "$output.$$" "$output"
