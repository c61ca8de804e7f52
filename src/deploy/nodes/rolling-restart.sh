#!/bin/sh
# Restarts nodes one after the other, each only when the one before takes votes again and its people are back:
#   rolling-restart.sh "ssh node%s systemctl restart plenary" http://10.0.0.2%s:8080 1 2 3
# The first two have %s where the name of a node stands. For an upgrade the first installs the new version, too.
# Ends with 1, and touches no further node, when one is not ready within a minute.
set -eu
[ $# -ge 3 ] || { echo "usage: $0 COMMAND-WITH-%s URL-WITH-%s NODE..." >&2; exit 2; }
command=$1 url=$2
shift 2

# shellcheck disable=SC2059
name() { printf "$1" "$2"; }
ready() { curl --silent --fail --max-time 2 --output /dev/null "$1/health/ready"; }

for node in "$@"; do
  ready "$(name "$url" "$node")" || { echo "node $node is not ready; nothing was done to it" >&2; exit 1; }
done
for node in "$@"; do
  echo "node $node"
  at=$(name "$url" "$node")
  sh -c "$(name "$command" "$node")"
  left=60
  until ready "$at"; do
    left=$((left - 1))
    [ "$left" -gt 0 ] || { echo "node $node is not ready after a minute" >&2; exit 1; }
    sleep 1
  done
  # Who was at it is told to come back within three seconds, to any node.
  sleep "${PAUSE_S:-10}"
done
