package jp.michishirube.roster.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.michishirube.roster.file.RawRow;
import jp.michishirube.roster.file.ReadRow.Finding;
import jp.michishirube.roster.file.Telephone;
import jp.michishirube.roster.file.Texts;

/** The telephone of a row: the first number; what else the cells say stays beside it as a note. */
final class Telephones {

    private Telephones() {}

    static void read(List<Use> uses, RawRow raw, Map<String, String> values, List<Finding> notes, Changes changes) {
        String number = "";
        List<String> rest = new ArrayList<>();
        for (Use use : uses) {
            String cell = Joined.cell(use, raw);
            Telephone read = Telephone.read(cell);
            if (number.isEmpty()) {
                number = read.number();
                if (!read.rest().isEmpty()) {
                    rest.add(read.rest());
                }
            } else if (!Texts.isBlank(cell)) {
                rest.add(read.rest().isEmpty() ? read.number() : read.rest());
            }
            if (read.changed() != null) {
                notes.add(new Finding("phone", Width.shorten(Texts.trim(cell)), read.changed()));
            }
            if (!read.number().isEmpty() && read.rest().isEmpty()) {
                changes.count("phone", read.changed() == null ? "format" : read.changed(), Texts.trim(cell), read.number());
            }
        }
        values.put("phone", number);
        values.put("phoneNote", String.join(" / ", rest));
    }
}
