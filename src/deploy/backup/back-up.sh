#!/bin/sh
# Copies Plenary's data folder while the server runs, and deletes copies that are older than KEEP_DAYS.
#   back-up.sh DATA_FOLDER BACKUPS_FOLDER
# Run it as the account the server runs as: the copies are its alone. A timer: plenary-backup.timer.
# A copy made before a poll was finalised still holds its key, so keep copies no longer than they are of use.
set -eu

if [ $# -ne 2 ]; then
  echo "usage: back-up.sh DATA_FOLDER BACKUPS_FOLDER" >&2
  exit 2
fi
data=$1
backups=$2
keep=${KEEP_DAYS:-2}
plenary=${PLENARY:-$(cd "$(dirname "$0")/../.." && pwd)/bin/plenary}

umask 077
mkdir -p "$backups"
name=plenary-$(date -u +%Y%m%dT%H%M%SZ)
# Under another name until it is whole: what is called a back-up can be restored.
rm -rf "$backups/.unfinished"
"$plenary" back-up "--data=$data" "--to=$backups/.unfinished"
mv "$backups/.unfinished" "$backups/$name"
echo "Back-up: $backups/$name"

find "$backups" -mindepth 1 -maxdepth 1 -type d -name 'plenary-*Z' ! -name "$name" -mmin "+$((keep * 24 * 60))" \
  -exec rm -rf {} +
