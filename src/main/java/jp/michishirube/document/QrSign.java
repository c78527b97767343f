package jp.michishirube.document;

/**
 * A QR code for a page: the path of an SVG on a square of that many modules, margin included. Inline, so that the address behind it is asked
 * for from nowhere.
 */
public record QrSign(int size, String path) {

    public static QrSign of(String text) {
        return QrCode.of(text).sign();
    }
}
