package jp.michishirube.sandbox;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/** Who is signed in where: the library's memory, which can also be asked by person. */
@Component
class SignIns implements OAuth2AuthorizationService {

    private final OAuth2AuthorizationService library = new InMemoryOAuth2AuthorizationService();
    private final Map<String, OAuth2Authorization> byId = new ConcurrentHashMap<>();

    List<OAuth2Authorization> of(String subject) {
        return byId.values().stream().filter(a -> a.getPrincipalName().equals(subject)).toList();
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        library.save(authorization);
        byId.put(authorization.getId(), authorization);
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        byId.remove(authorization.getId());
        library.remove(authorization);
    }

    @Override
    public OAuth2Authorization findById(String id) {
        return library.findById(id);
    }

    @Override
    public OAuth2Authorization findByToken(String token, OAuth2TokenType type) {
        return library.findByToken(token, type);
    }
}
