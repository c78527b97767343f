/**
 * The package that carries a roster across the boundary of the municipality's closed network (LGWAN): only the columns needed, compressed,
 * signed by the sender (JWS, ES256), then encrypted for one receiving installation (JWE, ECDH-ES+A256KW, A256GCM). RFC 7515, 7516, 7518.
 */
package jp.michishirube.roster.handover;
