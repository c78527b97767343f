package jp.michishirube.sharing.line;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.stereotype.Component;

/** The municipality's own LINE official account. A user's id differs by provider, so no two municipalities may share one. */
@Component
class LineSettings {

    final String token;
    final String secret;
    final String api;
    final String accountLink;
    final String friend;
    final Duration connect;
    final Duration read;

    LineSettings(@Value("${michishirube.line.channel-token:}") String token, @Value("${michishirube.line.channel-secret:}") String secret,
            @Value("${michishirube.line.api:https://api.line.me}") String api,
            @Value("${michishirube.line.account-link:https://access.line.me/dialog/bot/accountLink}") String accountLink,
            @Value("${michishirube.line.friend-url:}") String friend,
            @Value("${michishirube.outside.connect-timeout:2s}") String connect, @Value("${michishirube.outside.read-timeout:5s}") String read) {
        this.token = token;
        this.secret = secret;
        this.api = api;
        this.accountLink = accountLink;
        this.friend = friend;
        this.connect = DurationStyle.detectAndParse(connect);
        this.read = DurationStyle.detectAndParse(read);
    }

    /** Without token or secret nothing is sent and nothing taken. */
    boolean isSetUp() {
        return !token.isBlank() && !secret.isBlank();
    }
}
