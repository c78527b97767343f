#!/bin/sh
# Restores a backup into an empty database: ops/restore.sh FILE
# Which database: PGHOST, PGPORT, PGDATABASE, PGUSER (the owner), PGPASSWORD or ~/.pgpass. Its roles stand in docs/operations.md, "Two roles".
set -eu
file=${1:?"usage: ops/restore.sh FILE"}
if ! (cd "$(dirname "$file")" && sha256sum --check --status "$(basename "$file").sha256"); then
    echo "控え $file は途中で切れているか、変わっています。別の控えを使ってください。何も変更していません。 / The backup $file is cut off or was changed: use another one. Nothing was changed." >&2
    exit 1
fi
if [ "$(psql -X -At -c "select count(*) from pg_namespace where nspname = 'casefile'")" != 0 ]; then
    echo "データベースは空ではありません。空のデータベースを作ってから戻してください。何も変更していません。 / The database is not empty: make an empty one first. Nothing was changed." >&2
    exit 1
fi
# All of it or nothing.
if ! pg_restore --single-transaction --exit-on-error --no-owner --no-privileges --dbname="${PGDATABASE:-michishirube}" "$file"; then
    echo "戻せませんでした。データベースは空のままです。空き容量を確かめて、もう一度実行してください。 / It was not restored and the database is empty as before: check the free space and run this again." >&2
    exit 1
fi
# Whoever was signed in signs in again. What waited to be mailed when the backup was made was mailed since, or is out of date.
psql -X -q -v ON_ERROR_STOP=1 <<'SQL'
delete from spring_session;
update notification.mail set given_up = true, last_error = 'restored from a backup' where sent_at is null and not given_up;
analyze;
SQL
echo "戻しました。道しるべを起動する前に verify-log で記録を確かめてください。 / Restored. Prove the records with verify-log before the product is started."
