package jp.michishirube.japanese;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The encoding of a text file: told by its byte order mark, else by its escape sequences (ISO-2022-JP), else UTF-8 where nearly all
 * sequences are UTF-8, else EUC-JP where nearly all pairs are EUC pairs, else CP932.
 *
 * <p>The whole file is looked at, because the first thousand rows of a city's file may hold ASCII alone. A few broken places do not
 * change the answer; they show as U+FFFD in their own cell.
 */
public enum TextEncoding {
    UTF_8(StandardCharsets.UTF_8, 0),
    UTF_8_BOM(StandardCharsets.UTF_8, 3),
    UTF_16LE_BOM(StandardCharsets.UTF_16LE, 2),
    UTF_16BE_BOM(StandardCharsets.UTF_16BE, 2),
    /** What Windows calls Shift_JIS; Java's own {@code Shift_JIS} fails on 髙 and ①. */
    CP932(Charset.forName("windows-31j"), 0),
    /** With the rows that vendors added (①, 髙, ㈱); Java's own {@code EUC-JP} lacks them. */
    EUC_JP(Charset.forName("x-eucJP-Open"), 0),
    /** As mail programs and mainframes write it, with the same additions. */
    ISO_2022_JP(Charset.forName("x-windows-iso2022jp"), 0);

    private final Charset charset;
    private final int mark;

    TextEncoding(Charset charset, int mark) {
        this.charset = charset;
        this.mark = mark;
    }

    public static TextEncoding of(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return of(in);
        }
    }

    /** The text of a small file that is already at hand; broken places come out as U+FFFD. */
    public static String decode(byte[] bytes) throws IOException {
        TextEncoding encoding = of(new ByteArrayInputStream(bytes));
        return new String(bytes, encoding.mark, bytes.length - encoding.mark, encoding.charset);
    }

    private static TextEncoding of(InputStream in) throws IOException {
        in.mark(4);
        int a = in.read();
        int b = in.read();
        int c = in.read();
        if (a == 0xEF && b == 0xBB && c == 0xBF) {
            return UTF_8_BOM;
        }
        if (a == 0xFF && b == 0xFE) {
            return UTF_16LE_BOM;
        }
        if (a == 0xFE && b == 0xFF) {
            return UTF_16BE_BOM;
        }
        in.reset();
        return Sequences.of(in).encoding();
    }

    /** Broken places come out as U+FFFD; a byte order mark is passed over. */
    public Reader open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.skipNBytes(mark);
        return new InputStreamReader(in, charset.newDecoder().onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE).replaceWith("\uFFFD"));
    }
}
