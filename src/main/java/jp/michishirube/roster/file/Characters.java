package jp.michishirube.roster.file;

import java.io.IOException;
import java.io.Reader;

/** The characters of a file with their line numbers; what was read of the record at hand can be read once more. */
final class Characters {

    private final Reader in;
    private final StringBuilder seen = new StringBuilder();
    private String replay = "";
    private int replayed;
    private long line = 1;
    private int last;

    Characters(Reader in) {
        this.in = in;
    }

    /** Number of the line that the next character stands on, from 1. */
    long line() {
        return line;
    }

    /** A record begins. */
    void begin() {
        seen.setLength(0);
    }

    int seen() {
        return seen.length();
    }

    CharSequence seenSoFar() {
        return seen;
    }

    boolean hasBreak() {
        return firstBreak() >= 0;
    }

    /** @return -1 at the end */
    int read() throws IOException {
        int c = raw();
        if (c >= 0) {
            seen.append((char) c);
            if (c == '\r' || c == '\n' && last != '\r') {
                line++;
            }
            last = c;
        }
        return c;
    }

    private int raw() throws IOException {
        return replayed < replay.length() ? replay.charAt(replayed++) : in.read();
    }

    private void unread(String text) {
        replay = text + replay.substring(replayed);
        replayed = 0;
    }

    /** A line feed after a carriage return belongs to the same line's end. */
    void skipLineFeedAfter(int c) throws IOException {
        if (c != '\r') {
            return;
        }
        int next = raw();
        if (next == '\n') {
            last = next;
        } else if (next >= 0) {
            unread(String.valueOf((char) next));
        }
    }

    /** Whether nothing but line ends and the mark itself follows a mark that was just read; it is then no part of the record. */
    boolean endsHere(char mark) throws IOException {
        StringBuilder rest = new StringBuilder();
        for (int next = raw(); next >= 0; next = raw()) {
            rest.append((char) next);
            if (next != mark && next != '\r' && next != '\n' && next != 0 || rest.length() > 4096) {
                unread(rest.toString());
                return false;
            }
        }
        seen.setLength(seen.length() - 1);
        return true;
    }

    /** @return the record's first line; what followed it comes again */
    String backToSecondLine(long start) {
        int end = firstBreak();
        String first = end < 0 ? seen.toString() : seen.substring(0, end);
        if (end >= 0) {
            int next = seen.charAt(end) == '\r' && end + 1 < seen.length() && seen.charAt(end + 1) == '\n' ? end + 2 : end + 1;
            unread(seen.substring(next));
            line = start + 1;
            last = '\n';
        }
        return first;
    }

    void skipLine(int at) throws IOException {
        int c = at;
        while (c >= 0 && c != '\n' && c != '\r') {
            seen.setLength(0);
            c = read();
        }
        skipLineFeedAfter(c);
    }

    private int firstBreak() {
        for (int i = 0; i < seen.length(); i++) {
            if (seen.charAt(i) == '\n' || seen.charAt(i) == '\r') {
                return i;
            }
        }
        return -1;
    }
}
