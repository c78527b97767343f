package jp.michishirube.roster.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The receiving end of packages from inside the closed network; without {@code keyFile} none is accepted.
 *
 * @param keyFile      private key of this installation
 * @param sendersFile  public keys that may sign
 * @param installation the name for which packages are made
 */
@ConfigurationProperties("michishirube.roster.handover")
record HandoverSettings(String keyFile, String sendersFile, String installation) {

    boolean isSetUp() {
        return keyFile != null && !keyFile.isBlank() && sendersFile != null && !sendersFile.isBlank() && installation != null && !installation.isBlank();
    }
}
