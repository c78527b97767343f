package jp.michishirube.upload;

/** The one fact of a photo's metadata that is needed before the rest is thrown away: which side is up (EXIF tag 0x0112). */
final class ExifOrientation {

    private ExifOrientation() {}

    /** @return 1 (upright) to 8; 1 when there is none, or it is broken */
    static int of(byte[] jpeg) {
        try {
            int at = 2;
            while (at + 4 < jpeg.length && (jpeg[at] & 0xFF) == 0xFF) {
                int marker = jpeg[at + 1] & 0xFF;
                int length = two(jpeg, at + 2, false);
                if (marker == 0xE1 && jpeg[at + 4] == 'E' && jpeg[at + 5] == 'x' && jpeg[at + 6] == 'i' && jpeg[at + 7] == 'f') {
                    return tiff(jpeg, at + 10);
                }
                if (marker == 0xDA || length < 2) {
                    break;
                }
                at += 2 + length;
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            return 1;
        }
        return 1;
    }

    private static int tiff(byte[] b, int start) {
        boolean little = b[start] == 'I';
        int directory = start + four(b, start + 4, little);
        int entries = two(b, directory, little);
        for (int i = 0; i < entries && i < 200; i++) {
            int entry = directory + 2 + 12 * i;
            if (two(b, entry, little) == 0x0112) {
                int value = two(b, entry + 8, little);
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }

    private static int two(byte[] b, int at, boolean little) {
        return little ? b[at] & 0xFF | (b[at + 1] & 0xFF) << 8 : (b[at] & 0xFF) << 8 | b[at + 1] & 0xFF;
    }

    private static int four(byte[] b, int at, boolean little) {
        return little ? two(b, at, true) | two(b, at + 2, true) << 16 : two(b, at, false) << 16 | two(b, at + 2, false);
    }
}
