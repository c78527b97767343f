package jp.michishirube.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Invented people whom this provider describes as others would: claims where Keycloak, Entra ID, ADFS and デジタル認証アプリ put them, subjects
 * as they make them, and claims as none should send them.
 */
final class Shapes {

    /**
     * @param login   typed at the sign-in page
     * @param subject in the tokens
     * @param access  in the access token beside what the library writes; the rest likewise
     */
    record Shape(String login, String subject, String what, Map<String, Object> idToken, Map<String, Object> access, Map<String, Object> userInfo) {}

    private final Map<String, Shape> byLogin = new LinkedHashMap<>();

    Shapes() {
        Map<String, Object> nakamura = Map.of("preferred_username", "nakamura", "name", "由美 中村", "given_name", "由美", "family_name", "中村");
        add("kc-default", "0b7f3c1e-52d4-4c8e-9d5a-1f2e3d4c5b6a", "Keycloak：アクセストークンの realm_access.roles", nakamura,
                with(nakamura, "realm_access", Map.of("roles", List.of("offline_access", "default-roles-city", "REVIEWER"))), nakamura);
        add("kc-office", "1c8a4d2f-63e5-4d9f-8e6b-2a3f4e5d6c7b", "Keycloak：複数値の属性 office", with(nakamura, "office", List.of("AOBA")),
                Map.of("realm_access", Map.of("roles", List.of("CARE_MANAGER"))), Map.of());
        add("kc-groups", "2d9b5e3a-74f6-4e0a-9f7c-3b4a5f6e7d8c", "Keycloak：グループのパス", with(nakamura, "groups", List.of("/city/reviewers")), Map.of(), Map.of());
        add("kc-lost", "3e0c6f4b-85a7-4f1b-8a8d-4c5b6a7f8e9d", "Keycloak：役割を外された人", nakamura,
                Map.of("realm_access", Map.of("roles", List.of("offline_access"))), nakamura);
        add("entra-role", "AAAAbCdEfGh_iJkLmNoPqRsTuVwXyZ0123456789-AB", "Entra ID：アプリ ロール", Map.of("oid", "4f1d7a5c", "tid", "t", "name", "加藤 浩",
                "preferred_username", "kato@city.example.jp", "roles", List.of("ROSTER_MANAGER")), Map.of(), Map.of());
        add("entra-groups", "AAAAcDeFgHi_jKlMnOpQrStUvWxYz0123456789-ABC", "Entra ID：グループの GUID", Map.of("name", "小林 誠",
                "groups", List.of("9a0b1c2d-3e4f-4a5b-8c6d-7e8f9a0b1c2d")), Map.of(), Map.of());
        add("entra-none", "AAAAdEfGhIj_kLmNoPqRsTuVwXyZ0123456789-ABCD", "Entra ID：アプリ ロールのない人", Map.of("name", "無 権"), Map.of(), Map.of());
        add("adfs-one", "hV5/oVx+Qw3gkZ1e7uY2bA==", "ADFS：役割が一つだけの文字列、upn", Map.of("upn", "kobayashi@city.example.jp",
                "unique_name", "CITY\\kobayashi", "role", "REVIEWER"), Map.of(), Map.of());
        add("adfs-many", "kW6/pWy+Rx4hlA2f8vZ3cB==", "ADFS：役割が二つ", Map.of("upn", "watanabe@care.example.jp",
                "role", List.of("CARE_MANAGER", "OFFICE_LEADER"), "office", "CHUO"), Map.of(), Map.of());
        add("card", "c29tZS1wYWlyd2lzZS1zdWJqZWN0", "デジタル認証アプリ：sub だけ", Map.of(), Map.of(), Map.of());
        add("userinfo", "5a2e8b6d-a7c9-4b3d-8c0f-6e7d8c9b0a1f", "役割が userinfo だけ", Map.of(), Map.of(), Map.of("roles", List.of("REVIEWER"), "name", "中村 由美"));
        add("odd-office-two", "odd|2", "事業所が二つ", Map.of("roles", List.of("CARE_MANAGER"), "office", List.of("AOBA", "CHUO")), Map.of(), Map.of());
        add("odd-office-number", "odd|3", "事業所が数値", Map.of("roles", List.of("CARE_MANAGER"), "office", 770000001), Map.of(), Map.of());
        add("odd-nested", "odd|4", "役割が並びの中の並び", Map.of("roles", List.of(List.of("REVIEWER"))), Map.of(), Map.of());
        add("admin-odd", "auth0|5f7c8ec7c33c6c004bbafe82 ~é", "プロセス管理者、記号のある sub", Map.of("roles", "PROCESS_ADMIN", "name", "吉田 管理"), Map.of(), Map.of());
    }

    private void add(String login, String subject, String what, Map<String, Object> idToken, Map<String, Object> access, Map<String, Object> userInfo) {
        byLogin.put(login, new Shape(login, subject, what, idToken, access, userInfo));
    }

    private static Map<String, Object> with(Map<String, Object> claims, String name, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(claims);
        all.put(name, value);
        return all;
    }

    List<Shape> all() {
        return new ArrayList<>(byLogin.values());
    }

    Optional<Shape> ofLogin(String login) {
        return Optional.ofNullable(byLogin.get(login));
    }

    Optional<Shape> ofSubject(String subject) {
        return byLogin.values().stream().filter(s -> s.subject().equals(subject)).findFirst();
    }
}
