package jp.michishirube.document;

import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRField;

/** Feeds a report from a list, field by name, without reflection. */
final class LineSource<T> implements JRDataSource {

    private final Iterator<T> lines;
    private final BiFunction<T, String, Object> field;
    private T line;

    LineSource(List<T> lines, BiFunction<T, String, Object> field) {
        this.lines = lines.iterator();
        this.field = field;
    }

    @Override
    public boolean next() {
        if (!lines.hasNext()) {
            return false;
        }
        line = lines.next();
        return true;
    }

    @Override
    public Object getFieldValue(JRField asked) {
        return field.apply(line, asked.getName());
    }
}
