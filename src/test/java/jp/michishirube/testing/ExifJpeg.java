package jp.michishirube.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A photo as a tablet gives it: turned by its EXIF orientation, and with something else in it that nobody should read. */
public final class ExifJpeg {

    public static final String SECRET = "GPS-SECRET";

    private ExifJpeg() {}

    public static byte[] of(byte[] jpeg, int orientation) {
        byte[] tiff = {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0};
        byte[] secret = SECRET.getBytes(StandardCharsets.US_ASCII);
        int length = 2 + 6 + tiff.length + secret.length;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length, 'E', 'x', 'i', 'f', 0, 0});
        out.writeBytes(tiff);
        out.writeBytes(secret);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }
}
