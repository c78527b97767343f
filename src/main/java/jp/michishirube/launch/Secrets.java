package jp.michishirube.launch;

import java.util.List;
import org.springframework.core.env.Environment;

/** Outside the demonstration nothing may run on what everybody knows. */
final class Secrets {

    private static final List<String> KEYS = List.of("michishirube.oidc.client-secret", "michishirube.system-client.client-secret",
            "michishirube.seal.password", "michishirube.line.channel-token", "michishirube.line.channel-secret", "michishirube.telephone.key",
            "michishirube.telephone.webhook-secret");
    private static final List<String> KNOWN = List.of("michishirube-web-secret", "michishirube-secret", "demo-seal", "changeit", "michishirube", "password",
            "sandbox-line-token", "sandbox-line-secret", "sandbox-telephone-key", "sandbox-telephone-secret");

    private Secrets() {}

    /** @throws StartRefused naming the setting, never its value */
    static void refuseDefaults(Environment settings, boolean demo) {
        if (demo) {
            if (!settings.getProperty("michishirube.oidc.issuer", "").isBlank()) {
                throw new StartRefused("demo プロファイルでは認証サーバーの設定（michishirube.oidc.issuer）を使えません。demo を外して起動してください。 / "
                        + "The demo profile has its own identity provider: remove it to use yours.");
            }
            return;
        }
        if (settings.getProperty("michishirube.oidc.issuer", "").isBlank()) {
            throw new StartRefused("認証サーバーの設定（michishirube.oidc.issuer）がありません。試すときは demo プロファイルで起動してください。 / "
                    + "Set michishirube.oidc.issuer, or start with the demo profile to try things out.");
        }
        for (String key : KEYS) {
            String value = settings.getProperty(key, "");
            boolean wanted = key.endsWith("oidc.client-secret") && settings.getProperty("michishirube.oidc.client-key", "").isBlank();
            if (KNOWN.contains(value) || value.isBlank() && wanted) {
                throw new StartRefused("設定 " + key + " が空か、既定値のままです。自分の値を設定してください。 / "
                        + "Setting " + key + " is empty or a known default: set your own.");
            }
        }
    }
}
