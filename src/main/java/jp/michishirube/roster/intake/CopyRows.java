package jp.michishirube.roster.intake;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Streams rows into a table by COPY within the caller's transaction, 64 kB at a time: a file of 100,000 rows takes a second or two and
 * never stands in memory. Closing without {@link #finish} throws the rows away.
 */
final class CopyRows implements AutoCloseable {

    private static final int FLUSH = 1 << 16;

    private final CopyIn copy;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(FLUSH + 4096);

    /** @param target table and columns, such as {@code roster.raw_row (intake, line)} */
    CopyRows(DataSource dataSource, String target) {
        try {
            Connection connection = DataSourceUtils.getConnection(dataSource);
            copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + target + " from stdin");
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("copy", e);
        }
    }

    void row(Object... values) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                line.append('\t');
            }
            if (values[i] == null) {
                line.append("\\N");
            } else {
                escape(values[i].toString(), line);
            }
        }
        buffer.writeBytes(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        if (buffer.size() >= FLUSH) {
            flush();
        }
    }

    private static void escape(String text, StringBuilder line) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> line.append("\\\\");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                case 0 -> line.append(' ');
                default -> line.append(c);
            }
        }
    }

    private void flush() {
        try {
            copy.writeToCopy(buffer.toByteArray(), 0, buffer.size());
            buffer.reset();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("copy", e);
        }
    }

    void finish() {
        flush();
        try {
            copy.endCopy();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("copy", e);
        }
    }

    @Override
    public void close() {
        try {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException e) {
            // the transaction is lost anyway; the first failure is the one to tell
            return;
        }
    }
}
