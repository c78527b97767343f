package jp.michishirube.door;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request byte by byte, as no well-behaved client would send it. */
final class Line {

    private Line() {}

    /** @return the whole answer, head and body */
    static String send(int port, String head, byte[]... body) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(6_000);
            OutputStream out = socket.getOutputStream();
            out.write((head.strip().replace("\n", "\r\n") + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            try {
                for (byte[] part : body) {
                    out.write(part);
                }
                out.flush();
            } catch (IOException refusedBeforeTheEnd) {
                // the answer is there all the same
            }
            return read(socket.getInputStream());
        }
    }

    private static String read(InputStream in) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                all.write(buffer, 0, n);
            }
        } catch (IOException closed) {
            // what came until then
        }
        return all.toString(StandardCharsets.UTF_8);
    }
}
