#!/bin/bash
# Starts a real Keycloak beside the application and checks what docs/identity.md says of it: sign-in of each kind of person, Cockpit with a
# UUID for a subject, tokens for the API, a role taken away, back-channel logout, sign-out. Not part of the tests: it downloads 176 MB,
# needs 1.5 GB of memory and the ports 9000 and 9080. Ends with 0 when all held.
#
#   ./mvnw -q -DskipTests package && docs/keycloak-check.sh
set -u
cd "$(dirname "$0")/.." || exit 1
version=${KEYCLOAK_VERSION:-26.7.3}
work=${KEYCLOAK_DIR:-${TMPDIR:-/tmp}/michishirube-keycloak}
jar=$(ls target/michishirube-*.jar 2>/dev/null | grep -v sources | head -1)
[ -n "$jar" ] || { echo "no jar in target: ./mvnw -DskipTests package"; exit 1; }
product=http://localhost:9000 keycloak=http://localhost:9080
wrong=0 pids=()
trap 'for p in "${pids[@]}"; do kill "$p" 2>/dev/null; done; wait 2>/dev/null' EXIT
mkdir -p "$work"

[ -x "$work/keycloak-$version/bin/kc.sh" ] || {
  # Outside the project, whose own settings of this goal would be taken instead of the artifact.
  mvnw=$PWD/mvnw
  (cd "$work" && "$mvnw" -q dependency:copy -Dartifact=org.keycloak:keycloak-quarkus-dist:"$version":tar.gz -DoutputDirectory="$work") || exit 1
  tar -xzf "$work/keycloak-quarkus-dist-$version.tar.gz" -C "$work" || exit 1
}
kc=$work/keycloak-$version/bin
rm -rf "$work/keycloak-$version/data" "$work/data"

KC_BOOTSTRAP_ADMIN_USERNAME=admin KC_BOOTSTRAP_ADMIN_PASSWORD=admin-try JAVA_OPTS_KC_HEAP="-Xms64m -Xmx400m" \
  "$kc/kc.sh" start-dev --http-port=9080 --http-host=127.0.0.1 > "$work/keycloak.log" 2>&1 &
pids+=($!)
java -Xmx512m -jar "$jar" --server.port=9000 --michishirube.data-dir="$work/data" \
  --michishirube.oidc.issuer=$keycloak/realms/michishirube --michishirube.oidc.client-secret=keycloak-try-web \
  --michishirube.oidc.claims.roles=access_token:realm_access.roles --michishirube.oidc.session.ask-again=5s \
  --michishirube.oidc.systems[0].client=city-api --michishirube.oidc.systems[0].scopes=cases:read > "$work/product.log" 2>&1 &
pids+=($!)

until_open() { for _ in $(seq 1 600); do curl -s -o /dev/null "$1" && return; sleep 1; done; echo "$1 does not answer"; exit 1; }
held() { if [ "$2" = "$3" ]; then echo "  holds: $1"; else echo "  WRONG: $1: $2 instead of $3"; wrong=$((wrong + 1)); fi; }
admin() { "$kc/kcadm.sh" "$@" --config "$work/kcadm.config" 2>&1; }
status() { curl -s -o /dev/null -w '%{http_code}' -H 'Accept: text/html' -b "$work/$1.jar" -c "$work/$1.jar" "$product$2"; }

# user -> the page where the sign-in leads, in $work/<user>.html; prints its address
sign_in() {
  rm -f "$work/$1.jar"
  local form
  form=$(curl -s -L -H 'Accept: text/html' -b "$work/$1.jar" -c "$work/$1.jar" "$product/" | grep -o 'action="[^"]*"' | head -1 | sed 's/action="//; s/"$//; s/&amp;/\&/g')
  curl -s -L -H 'Accept: text/html' -b "$work/$1.jar" -c "$work/$1.jar" -o "$work/$1.html" -w '%{url_effective}' \
    --data-urlencode "username=$1" --data-urlencode "password=$1-try" -d credentialId= "$form"
}
token() { curl -s -u "$1:$2" -d "grant_type=client_credentials${3:+&scope=$3}" "$keycloak/realms/michishirube/protocol/openid-connect/token" \
  | sed 's/.*"access_token":"\([^"]*\)".*/\1/'; }

until_open $product/sign-in-failed
echo "before the provider is there"
held "the page says so" "$(curl -s -L -o /dev/null -w '%{http_code}' -H 'Accept: text/html' $product/)" 503
until_open $keycloak/realms/master
admin config credentials --server $keycloak --realm master --user admin --password admin-try > /dev/null
admin create realms -f docs/keycloak-realm.json > /dev/null
scope=$(admin create client-scopes -r michishirube -i -s name=cases:read -s protocol=openid-connect -s 'attributes."include.in.token.scope"=true')
client=$(admin get clients -r michishirube -q clientId=city-api --fields id --format csv --noquotes)
admin update "clients/$client/optional-client-scopes/$scope" -r michishirube > /dev/null
sleep 4

echo "sign-in"
held "a reviewer comes to the work list" "$(sign_in shinsa)" "$product/inbox"
held "family name first" "$(grep -c '中村 由美' "$work/shinsa.html" | sed 's/[1-9][0-9]*/yes/')" yes
sign_in aoba > /dev/null
held "a care manager whose office no list knows is told so" "$(grep -c '委託契約がありません' "$work/aoba.html" | sed 's/[1-9][0-9]*/yes/')" yes
sign_in dareka > /dev/null
held "who has no role is told so" "$(grep -c '役割が登録されていません' "$work/dareka.html" | sed 's/[1-9][0-9]*/yes/')" yes
held "and sees nothing" "$(status dareka /inbox) $(status dareka /roster) $(status dareka /places)" "403 403 403"
sign_in kanri > /dev/null
held "Cockpit opens to a subject that is a UUID" "$(status kanri /camunda/app/cockpit/default/)" 200

echo "tokens for the API"
api() { curl -s -o /dev/null -w '%{http_code}' "$@" "$product/api/v1/cases"; }
good=$(token city-api keycloak-try-api cases:read) plain=$(token city-api keycloak-try-api) other=$(token other-api keycloak-try-other)
held "the named system with its scope" "$(api -H "Authorization: Bearer $good")" 200
held "without the scope" "$(api -H "Authorization: Bearer $plain")" 403
held "another audience" "$(api -H "Authorization: Bearer $other")" 401
held "two headers" "$(api -H "Authorization: Bearer $good" -H "Authorization: Bearer $other")" 401

echo "what the provider changes"
before=$(status shinsa /inbox)
admin remove-roles -r michishirube --uusername shinsa --rolename REVIEWER > /dev/null
sleep 6
held "the only role taken away: sees nothing" "$before $(status shinsa /inbox)" "200 403"
admin add-roles -r michishirube --uusername shinsa --rolename REVIEWER > /dev/null
person=$(admin get users -r michishirube -q username=kanri --fields id --format csv --noquotes)
before=$(status kanri /camunda/app/cockpit/default/)
admin create "users/$person/logout" -r michishirube > /dev/null
held "signed out by the administrator: at once" "$before $(status kanri /camunda/app/cockpit/default/)" "200 302"
before=$(status dareka /no-role)
person=$(admin get users -r michishirube -q username=dareka --fields id --format csv --noquotes)
admin update "users/$person" -r michishirube -s enabled=false > /dev/null
sleep 6
held "account shut" "$before $(status dareka /no-role)" "403 302"

echo "sign-out"
sign_in shinsa > /dev/null
csrf=$(grep -o 'name="_csrf"[^>]*value="[^"]*"' "$work/shinsa.html" | head -1 | sed 's/.*value="//; s/"$//')
curl -s -H 'Accept: text/html' -b "$work/shinsa.jar" -c "$work/shinsa.jar" -o "$work/left.html" --data-urlencode "_csrf=$csrf" $product/logout
field() { grep -o "name=\"$1\"[^>]*value=\"[^\"]*\"" "$work/left.html" | sed 's/.*value="//; s/"$//'; }
held "the form leads to the provider" "$(grep -o '<form id="sign-out"[^>]*action="[^"]*"' "$work/left.html" | sed 's/.*action="//; s/"$//')" "$keycloak/realms/michishirube/protocol/openid-connect/logout"
where=$(curl -s -L -H 'Accept: text/html' -b "$work/shinsa.jar" -c "$work/shinsa.jar" -o "$work/out.html" -w '%{url_effective}' --data-urlencode "id_token_hint=$(field id_token_hint)" \
  --data-urlencode "post_logout_redirect_uri=$(field post_logout_redirect_uri)" "$keycloak/realms/michishirube/protocol/openid-connect/logout")
held "leads back and on to the sign-in form" "${where%%\?*} $(grep -c 'name="password"' "$work/out.html")" "$keycloak/realms/michishirube/protocol/openid-connect/auth 1"

echo "sign-out by a browser that keeps the provider's cookies back (a form of another site, cookies without SameSite=None)"
sign_in shinsa > /dev/null
csrf=$(grep -o 'name="_csrf"[^>]*value="[^"]*"' "$work/shinsa.html" | head -1 | sed 's/.*value="//; s/"$//')
curl -s -H 'Accept: text/html' -b "$work/shinsa.jar" -c "$work/shinsa.jar" -o "$work/left.html" --data-urlencode "_csrf=$csrf" $product/logout
curl -s -o /dev/null --data-urlencode "id_token_hint=$(field id_token_hint)" --data-urlencode "post_logout_redirect_uri=$(field post_logout_redirect_uri)" \
  "$keycloak/realms/michishirube/protocol/openid-connect/logout"
where=$(curl -s -L -H 'Accept: text/html' -b "$work/shinsa.jar" -c "$work/shinsa.jar" -o "$work/out.html" -w '%{url_effective}' "$product/")
held "the session that the token names is over" "${where%%\?*} $(grep -c 'name="password"' "$work/out.html")" "$keycloak/realms/michishirube/protocol/openid-connect/auth 1"
echo "  Keycloak's cookies: $(curl -s -D - -o /dev/null "$keycloak/realms/michishirube/protocol/openid-connect/auth?client_id=michishirube-web&response_type=code&redirect_uri=$product/login/oauth2/code/michishirube&scope=openid&state=x&code_challenge=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&code_challenge_method=S256" | grep -i '^set-cookie' | grep -io 'samesite=[a-z]*' | sort | uniq -c | tr '\n' ' ')"
echo "exceptions in the application's log: $(grep -c 'Exception' "$work/product.log")"
[ $wrong = 0 ] && echo "all held" || echo "$wrong did not hold; logs in $work"
exit $((wrong > 0))
