package jp.michishirube.roster.mapping;

import java.util.ArrayList;
import java.util.List;
import jp.michishirube.roster.file.Column;
import jp.michishirube.roster.file.RawRow;
import jp.michishirube.roster.file.Texts;

/** Several cells of a row as one. */
public final class Joined {

    private Joined() {}

    public static String of(Column.Join join, List<Use> uses, RawRow raw) {
        if (uses.size() == 1 && join != Column.Join.NOTE) {
            return cell(uses.get(0), raw);
        }
        if (join == Column.Join.DATE) {
            return DateParts.joined(uses.stream().map(use -> cell(use, raw)).toList());
        }
        StringBuilder text = new StringBuilder();
        List<String> parts = new ArrayList<>();
        for (Use use : uses) {
            String part = Texts.trim(cell(use, raw));
            if (!part.isEmpty()) {
                parts.add(join == Column.Join.NOTE ? use.heading() + "：" + part : part);
            }
        }
        for (String part : parts) {
            text.append(text.isEmpty() ? "" : between(join, part)).append(part);
        }
        return text.toString();
    }

    static String cell(Use use, RawRow raw) {
        return use.column() < raw.cells().size() ? raw.cells().get(use.column()) : "";
    }

    private static String between(Column.Join join, String next) {
        return switch (join == null ? Column.Join.SPACE : join) {
            case SPACE, DATE -> " ";
            // the number of a house follows its 町 at once; a building's name keeps apart from the number before it
            case ADDRESS -> startsWithNumber(next) ? "" : " ";
            case LIST -> "・";
            case NOTE -> "\n";
        };
    }

    private static boolean startsWithNumber(String part) {
        char first = Texts.narrow(part).isEmpty() ? ' ' : Texts.narrow(part).charAt(0);
        return Character.isDigit(first) || "一二三四五六七八九十第大字甲乙丙丁".indexOf(first) >= 0;
    }
}
