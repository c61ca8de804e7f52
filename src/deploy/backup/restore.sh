#!/bin/sh
# Puts a back-up where a stopped server keeps its data.
#   systemctl stop plenary
#   restore.sh BACKUP DATA_FOLDER
#   systemctl start plenary
# What was in the data folder is kept beside it, under another name.
set -eu

if [ $# -ne 2 ]; then
  echo "usage: restore.sh BACKUP DATA_FOLDER" >&2
  exit 2
fi
backup=$1
data=${2%/}

if [ ! -f "$backup/redis/appendonlydir/appendonly.aof.manifest" ]; then
  echo "$backup is no back-up of a data folder: there is no redis/appendonlydir in it." >&2
  exit 1
fi
# Redis notes its process down while it runs.
if [ -f "$data/redis.pid" ] && kill -0 "$(head -n 1 "$data/redis.pid")" 2>/dev/null; then
  echo "A server uses $data. Stop it first." >&2
  exit 1
fi

umask 077
before=
if [ -d "$data" ] && [ -n "$(ls -A "$data")" ]; then
  before=$data.before-$(date -u +%Y%m%dT%H%M%SZ)
  mkdir "$before"
  find "$data" -mindepth 1 -maxdepth 1 -exec mv {} "$before/" \;
  echo "What was there is kept in $before. Delete it when it is not needed any more."
fi
mkdir -p "$data"
cp -Rp "$backup/." "$data/"
# As root: to whom the folder belongs.
if [ "$(id -u)" = 0 ]; then
  chown -R "$(stat -c %u:%g "$data")" "$data"
fi
echo "Restored to $data. Start the server."
