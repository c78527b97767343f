package jp.michishirube.launch;

import java.io.IOException;
import java.net.ServerSocket;

final class Ports {

    private Ports() {}

    /** @throws StartRefused when something listens there already; after a killed Maven that is often the product it had started */
    static void requireFree(int port, String setting) {
        if (port == 0) {
            return;
        }
        try (ServerSocket probe = new ServerSocket(port)) {
            probe.setReuseAddress(true);
        } catch (IOException e) {
            throw new StartRefused("ポート " + port + " は使用中です。前に起動した道しるべが残っていないか確かめるか、--" + setting + " で別の番号を指定してください。 / "
                    + "Port " + port + " is in use: stop what runs there (perhaps an earlier start of this product) or set " + setting + ".");
        }
    }
}
