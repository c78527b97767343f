package jp.michishirube.security;

/** Addresses that the identity provider publishes of itself (OpenID Connect Discovery 1.0). */
public interface ProviderAddresses {

    /**
     * @return where tokens are asked for
     * @throws ProviderTrouble while the provider cannot be asked
     */
    String token();
}
