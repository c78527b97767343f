package jp.michishirube.tiles;

import java.util.Optional;

/** A square's picture. What it is, its first bytes say. */
record Picture(String mediaType, byte[] content) {

    /** A PNG or a JPEG; empty for anything else, such as a page that says "not found". */
    static Optional<Picture> of(byte[] bytes) {
        if (bytes.length > 8 && (bytes[0] & 0xFF) == 0x89 && bytes[1] == 'P' && bytes[2] == 'N' && bytes[3] == 'G') {
            return Optional.of(new Picture("image/png", bytes));
        }
        boolean jpeg = bytes.length > 8 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xD8;
        return jpeg ? Optional.of(new Picture("image/jpeg", bytes)) : Optional.empty();
    }
}
