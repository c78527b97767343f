package jp.michishirube.roster.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import jp.michishirube.japanese.AddressSpelling;
import jp.michishirube.japanese.NameShapes;

/**
 * Keys by which the same person is known again although two files spell differently. Only for comparing: what is shown and printed
 * is always the value to the letter.
 */
public final class SearchKey {

    private SearchKey() {}

    /** Name and birth date: people who share it are almost always one. */
    public static String person(String name, BirthDate birth) {
        return digest(name(name) + "|" + birth);
    }

    /** Name, birth date and address: people who share it are one. */
    public static String place(String name, BirthDate birth, String address) {
        return digest(name(name) + "|" + birth + "|" + address(address));
    }

    static String name(String name) {
        return NameShapes.key(name);
    }

    /** Spelling apart: {@code 二丁目３番地の１号}, {@code 2丁目3-1}, {@code ２－３－１} become one. */
    public static String address(String address) {
        return AddressSpelling.key(address);
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
