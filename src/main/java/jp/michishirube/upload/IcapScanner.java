package jp.michishirube.upload;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a scanner that speaks ICAP (RFC 3507): the upload goes as the body of an HTTP answer (RESPMOD), and comes back untouched (204) if it
 * is clean. Without a preview, which would only save bytes; one connection a file, by TLS from its first byte for {@code icaps://}. The request names no file and no person.
 */
final class IcapScanner {

    private static final Logger LOG = LoggerFactory.getLogger(IcapScanner.class);
    private static final int PORT = 1344;
    /** Of {@code icaps}, which no standard names; what proxies and scanners take for it. */
    private static final int TLS_PORT = 11344;
    private static final int LONGEST_HEAD = 16 << 10;
    /** By which scanners name what they found; none of them stands with a clean file. */
    private static final String[] FOUND = {"x-infection-found", "x-virus-id", "x-violations-found", "x-blocked"};

    private final URI service;
    private final int patience;
    private final SSLSocketFactory tls;

    IcapScanner(URI service, Duration patience) {
        this(service, patience, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /**
     * @param service  such as {@code icap://scanner.example.jp:1344/avscan}
     * @param patience for all of it: the connection, the file on its way, the answer
     * @param tls      whom to trust
     */
    IcapScanner(URI service, Duration patience, SSLSocketFactory tls) {
        if (service.getHost() == null || service.getRawPath() == null || service.getRawPath().length() < 2) {
            throw new IllegalArgumentException("michishirube.upload.scanner is no address such as icap://scanner.example.jp/avscan: " + service);
        }
        this.service = service;
        this.tls = tls;
        this.patience = Math.toIntExact(Math.min(patience.toMillis(), Integer.MAX_VALUE));
    }

    /** @throws IOException where there is no answer, or one that says neither clean nor infected */
    boolean isClean(byte[] content) throws IOException {
        try (Socket socket = new Socket()) {
            // A time-out of reading ends neither a scanner that takes nothing more nor one that answers a letter a minute.
            CompletableFuture<Void> end = CompletableFuture.runAsync(() -> cut(socket), CompletableFuture.delayedExecutor(patience, TimeUnit.MILLISECONDS));
            try {
                return ask(socket, content);
            } catch (IOException e) {
                throw end.isDone() || e instanceof SocketTimeoutException ? new IOException("no answer within " + patience + " ms") : e;
            } finally {
                end.cancel(false);
            }
        }
    }

    private boolean ask(Socket socket, byte[] content) throws IOException {
        socket.connect(new InetSocketAddress(service.getHost(), service.getPort() < 0 ? isSecure() ? TLS_PORT : PORT : service.getPort()), patience);
        socket.setSoTimeout(patience);
        Socket talk = isSecure() ? secured(socket) : socket;
        send(talk.getOutputStream(), content);
        InputStream in = new BufferedInputStream(talk.getInputStream());
        String status = line(in);
        if (!status.matches("ICAP/1\\.\\d \\d{3}.*")) {
            throw new IOException("no answer of ICAP");
        }
        return judge(status.split(" ")[1], headers(in), in);
    }

    private boolean isSecure() {
        return "icaps".equals(service.getScheme());
    }

    /** The certificate has to be of the host that the setting names, as for a web server. */
    private Socket secured(Socket socket) throws IOException {
        SSLSocket talk = (SSLSocket) tls.createSocket(socket, service.getHost(), socket.getPort(), true);
        SSLParameters rules = talk.getSSLParameters();
        rules.setEndpointIdentificationAlgorithm("HTTPS");
        talk.setSSLParameters(rules);
        talk.startHandshake();
        return talk;
    }

    private static void cut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("the connection to the scanner was gone already", e);
        }
    }

    /** 204: as it was. 200: changed, which a scanner does to what it blocks; a 200 that only hands the same answer back says nothing and is not taken for clean. */
    private static boolean judge(String status, Map<String, String> headers, InputStream in) throws IOException {
        for (String found : FOUND) {
            if (headers.containsKey(found)) {
                return false;
            }
        }
        if (status.equals("204")) {
            return true;
        }
        if (status.equals("200") && line(in).matches("HTTP/1\\.\\d [13-5]\\d\\d.*")) {
            return false;
        }
        throw new IOException("status " + status);
    }

    private void send(OutputStream out, byte[] content) throws IOException {
        String asked = "GET /upload HTTP/1.1\r\nHost: michishirube\r\n\r\n";
        String answered = "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: " + content.length + "\r\n\r\n";
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.writeBytes(ascii("RESPMOD " + service + " ICAP/1.0\r\nHost: " + service.getHost() + "\r\nAllow: 204\r\nConnection: close\r\n"
                + "Encapsulated: req-hdr=0, res-hdr=" + asked.length() + ", res-body=" + (asked.length() + answered.length()) + "\r\n\r\n" + asked + answered));
        if (content.length > 0) {
            head.writeBytes(ascii(Integer.toHexString(content.length) + "\r\n"));
        }
        out.write(head.toByteArray());
        out.write(content);
        out.write(ascii((content.length > 0 ? "\r\n" : "") + "0\r\n\r\n"));
        out.flush();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty() && headers.size() < 100; line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, Math.max(0, colon)).strip().toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0 || line.size() > LONGEST_HEAD) {
                throw new IOException("the answer ends early");
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.US_ASCII);
    }
}
