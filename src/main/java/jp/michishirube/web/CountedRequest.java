package jp.michishirube.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A request whose body is hashed as it is read, so that the same call is known again without being kept. */
class CountedRequest extends HttpServletRequestWrapper {

    private final MessageDigest digest;
    private ServletInputStream body;

    CountedRequest(HttpServletRequest request) {
        super(request);
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        String where = request.getRequestURI() + "?" + request.getQueryString() + " " + request.getContentLengthLong();
        digest.update(where.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads what is left of the body. @return the fingerprint of address and body; a form of several parts counts by its length */
    String readWhole() throws IOException {
        boolean parts = getContentType() != null && getContentType().startsWith("multipart/");
        if (!parts) {
            getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new Counted(super.getInputStream());
        }
        return body;
    }

    private final class Counted extends ServletInputStream {

        private final ServletInputStream in;

        Counted(ServletInputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            if (read >= 0) {
                digest.update((byte) read);
            }
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = in.read(into, from, length);
            if (read > 0) {
                digest.update(into, from, read);
            }
            return read;
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
