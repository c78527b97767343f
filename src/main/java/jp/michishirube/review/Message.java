package jp.michishirube.review;

import java.time.Instant;
import java.util.List;

/**
 * One message on a case.
 *
 * @param pointer address of the field it is about; null for the case as a whole
 * @param readers who has read it besides its author, in order
 */
record Message(
        long id, String pointer, String text, boolean fromCity, String by, String byName, Instant at, List<File> files,
        List<Reader> readers) {

    record File(long id, String name, String type, int size) {}

    record Reader(String personId, String name, Instant at) {}
}
