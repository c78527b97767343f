#!/bin/sh
# Backs the database up: ops/backup.sh FOLDER
# Which database: PGHOST, PGPORT, PGDATABASE, PGUSER (the owner), PGPASSWORD or ~/.pgpass, as for all tools of PostgreSQL.
set -eu
folder=${1:?"usage: ops/backup.sh FOLDER"}
name="$folder/michishirube-$(date +%Y%m%d-%H%M%S).dump"
mkdir -p "$folder"
umask 077
# Under another name until it is whole: what lies there as .dump can be restored.
if ! pg_dump --format=custom --no-owner --no-privileges --file="$name.part"; then
    rm -f "$name.part"
    echo "控え（バックアップ）を取れませんでした。空き容量と、データベースにつながることを確かめてください。 / No backup was made: check the free space and the connection." >&2
    exit 1
fi
(cd "$folder" && sha256sum "$(basename "$name").part" | sed 's/\.part$//' > "$(basename "$name").sha256")
mv "$name.part" "$name"
echo "$name"
