package jp.michishirube.testing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for words in everything that the database holds: every text, array, JSON and file of every table, the engine's too. */
public final class ContentScan {

    private final JdbcClient jdbc;
    private final List<Column> columns;

    private record Column(String table, String name, boolean file) {

        @Override
        public String toString() {
            return table + "." + name;
        }
    }

    public ContentScan(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.columns = jdbc.sql("""
                select c.table_schema, c.table_name, c.column_name, c.data_type from information_schema.columns c
                join information_schema.tables t using (table_schema, table_name)
                where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')
                  and c.data_type in ('text', 'character varying', 'character', 'json', 'jsonb', 'ARRAY', 'bytea') order by 1, 2, 3
                """).query((rs, n) -> new Column(rs.getString(1) + "." + rs.getString(2), rs.getString(3), rs.getString(4).equals("bytea"))).list();
    }

    /**
     * @param evidence columns, as {@code schema.table.column}, that may say it
     * @return where a word stands, as {@code schema.table.column: word}
     */
    public List<String> find(List<String> words, Set<String> evidence) {
        List<String> found = new ArrayList<>();
        for (Column column : columns) {
            if (evidence.contains(column.toString())) {
                continue;
            }
            String value = column.file() ? "encode(\"" + column.name() + "\", 'hex')" : "\"" + column.name() + "\"::text";
            for (String word : words) {
                String wanted = column.file() ? java.util.HexFormat.of().formatHex(word.getBytes(java.nio.charset.StandardCharsets.UTF_8)) : word;
                if (jdbc.sql("select exists (select 1 from " + column.table() + " where position(? in " + value + ") > 0)").param(wanted)
                        .query(Boolean.class).single()) {
                    found.add(column + ": " + word);
                }
            }
        }
        return found;
    }

    /** The text of a PDF: packed as it is, no search of bytes would find a word in it. */
    public static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
