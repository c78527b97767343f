package jp.michishirube.security;

/** From where a claim may be read. */
enum ClaimSource {
    ID_TOKEN,
    USERINFO,
    /** Only where it is a JWT that the provider signed with the keys it publishes. */
    ACCESS_TOKEN
}
