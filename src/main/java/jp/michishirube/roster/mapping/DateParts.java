package jp.michishirube.roster.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jp.michishirube.roster.file.Texts;

/** A date whose era, year, month and day stand in columns of their own. */
final class DateParts {

    /** What stands where a part is missing in the middle: a day must not move up into the place of its month. */
    private static final String MISSING = "00";
    private static final Pattern UNIT = Pattern.compile("(元|\\d{1,4})[年月日]");
    private static final Pattern YEAR = Pattern.compile("\\d{4}.*");
    private static final Pattern PACKED = Pattern.compile("\\d{6}");

    private DateParts() {}

    /** @return parts joined by hyphens; empty when none is there */
    static String joined(List<String> cells) {
        List<String> parts = new ArrayList<>(cells.stream().map(c -> UNIT.matcher(Texts.narrow(c)).replaceFirst("$1")).toList());
        while (!parts.isEmpty() && parts.get(parts.size() - 1).isEmpty()) {
            parts.remove(parts.size() - 1);
        }
        // no era before a year of four digits
        if (parts.size() > 1 && parts.get(0).isEmpty() && YEAR.matcher(parts.get(1)).matches()) {
            parts.remove(0);
        }
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            boolean packed = PACKED.matcher(part).matches();
            text.append(text.isEmpty() || packed ? "" : "-").append(part.isEmpty() ? MISSING : part);
        }
        return text.toString();
    }
}
