package jp.michishirube.upload;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocket;

/** A scanner that speaks ICAP (RFC 3507, RESPMOD), reads what it is sent by the rules and finds the EICAR test text. */
final class SmallIcapServer implements AutoCloseable {

    /** What is found: the harmless text by which scanners are tried, put together so that none finds it here. */
    static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    /** How it behaves. */
    enum Mode { SCANS, BLOCKS_BY_PAGE, SILENT, BUSY, NONSENSE, HANDS_BACK, TAKES_NOTHING, NEVER_ENDS }

    private final ServerSocket listening;
    private final Mode mode;
    private final CountDownLatch left = new CountDownLatch(1);
    private final Thread thread = new Thread(this::serve, "icap");
    private volatile byte[] lastBody = {};

    SmallIcapServer(Mode mode) throws IOException {
        this(mode, ServerSocketFactory.getDefault());
    }

    /** @param sockets for TLS, those that know its certificate */
    SmallIcapServer(Mode mode, ServerSocketFactory sockets) throws IOException {
        this.mode = mode;
        this.listening = sockets.createServerSocket(0, 5, InetAddress.getLoopbackAddress());
        thread.setDaemon(true);
        thread.start();
    }

    String address() {
        return (listening instanceof SSLServerSocket ? "icaps" : "icap") + "://localhost:" + listening.getLocalPort() + "/avscan";
    }

    byte[] lastBody() {
        return lastBody;
    }

    private void serve() {
        while (!listening.isClosed()) {
            try (Socket socket = listening.accept()) {
                if (mode == Mode.TAKES_NOTHING) {
                    untilLeft();
                    continue;
                }
                InputStream in = new BufferedInputStream(socket.getInputStream());
                String answer = answer(in);
                if (mode == Mode.NEVER_ENDS) {
                    letterByLetter(socket.getOutputStream());
                }
                if (answer == null) {
                    in.read();
                    continue;
                }
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException goneOn) {
                // the next one
            }
        }
    }

    /** Neither reads nor answers, as a scanner does whose workers all hang. */
    private void untilLeft() throws IOException {
        try {
            left.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static void letterByLetter(OutputStream out) throws IOException {
        try {
            for (out.write("ICAP/1.0 204 ".getBytes(StandardCharsets.US_ASCII)); true; Thread.sleep(100)) {
                out.write('x');
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private String answer(InputStream in) throws IOException {
        String first = line(in);
        StringBuilder head = new StringBuilder();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            head.append(line).append('\n');
        }
        Matcher parts = Pattern.compile("(?m)^Encapsulated: req-hdr=0, res-hdr=(\\d+), res-body=(\\d+)$").matcher(head);
        if (!first.equals("RESPMOD " + address() + " ICAP/1.0") || !head.toString().contains("Host: localhost") || !head.toString().contains("Allow: 204") || !parts.find()) {
            return "ICAP/1.0 400 Bad request\r\n\r\n";
        }
        String asked = new String(in.readNBytes(Integer.parseInt(parts.group(1))), StandardCharsets.US_ASCII);
        String answered = new String(in.readNBytes(Integer.parseInt(parts.group(2)) - Integer.parseInt(parts.group(1))), StandardCharsets.US_ASCII);
        if (!asked.startsWith("GET ") || !asked.endsWith("\r\n\r\n") || !answered.startsWith("HTTP/1.1 200") || !answered.endsWith("\r\n\r\n")) {
            return "ICAP/1.0 400 Bad request\r\n\r\n";
        }
        lastBody = chunks(in);
        boolean infected = new String(lastBody, StandardCharsets.ISO_8859_1).contains(EICAR);
        String page = "HTTP/1.1 %s\r\nContent-Length: 1\r\n\r\n";
        return switch (mode) {
            case SCANS -> infected ? "ICAP/1.0 200 OK\r\nX-Infection-Found: Type=0; Resolution=2; Threat=EICAR;\r\nEncapsulated: null-body=0\r\n\r\n" : "ICAP/1.0 204 No Content\r\n\r\n";
            case BLOCKS_BY_PAGE -> infected ? "ICAP/1.0 200 OK\r\nEncapsulated: res-hdr=0, res-body=40\r\n\r\n" + page.formatted("403 Forbidden") + "1\r\nx\r\n0\r\n\r\n"
                    : "ICAP/1.0 204 No Content\r\n\r\n";
            case HANDS_BACK -> "ICAP/1.0 200 OK\r\nEncapsulated: res-hdr=0, res-body=40\r\n\r\n" + page.formatted("200 OK") + "1\r\nx\r\n0\r\n\r\n";
            case BUSY -> "ICAP/1.0 503 Service overloaded\r\n\r\n";
            case NONSENSE -> "HTTP/1.1 204 No Content\r\n\r\n";
            case SILENT, TAKES_NOTHING, NEVER_ENDS -> null;
        };
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            body.write(in.readNBytes(size));
            line(in);
        }
        line(in);
        return body.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException();
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        left.countDown();
        listening.close();
        try {
            // Until then one more connection could be taken.
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
