package jp.michishirube.sharing.pool;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import jp.michishirube.roster.file.Limits;
import jp.michishirube.roster.file.RawRow;
import jp.michishirube.roster.file.TableFile;
import jp.michishirube.roster.file.Telephone;
import org.springframework.stereotype.Component;

/**
 * Takes a list of volunteers in CSV or Excel: each right row by itself, each wrong one named. Taken again it changes nothing: who is
 * there already stays as the city keeps them.
 */
@Component
class TakeVolunteerList {

    static final int MEGABYTES = 5;
    private static final Limits LIMITS = new Limits((long) MEGABYTES << 20, 20_000, 100, 1 << 14, 20, 64L << 20, 150);
    private static final int ROWS_FOR_HEADINGS = 10;
    private static final int NAMED = 200;

    private final KeepVolunteer keep;

    TakeVolunteerList(KeepVolunteer keep) {
        this.keep = keep;
    }

    /** @param heading of the column; @param value as it stands in the file */
    record Wrong(long line, String heading, String value, FieldProblem problem) {}

    /**
     * @param wrongRows how many rows were not taken
     * @param wrong     what is wrong with them, the first {@value #NAMED}
     * @param unread    headings of columns that nobody reads
     */
    record Taken(int taken, int known, int wrongRows, List<Wrong> wrong, List<String> unread) {}

    /** @throws Problem {@code volunteer-list-headings} (400), and as {@link TableFile#read} */
    Taken take(Path file) {
        Reading reading = new Reading();
        TableFile.read(file, LIMITS, reading::row);
        if (reading.columns == null) {
            throw Problem.badRequest("volunteer-list-headings");
        }
        return new Taken(reading.taken, reading.known, reading.wrongRows, reading.wrong, reading.unread);
    }

    private final class Reading {

        private final List<Wrong> wrong = new ArrayList<>();
        private final List<String> unread = new ArrayList<>();
        private Map<ListColumn, Integer> columns;
        private int looked;
        private int taken;
        private int known;
        private int wrongRows;

        private void row(RawRow row) {
            if (columns == null) {
                headings(row);
                return;
            }
            Map<ListColumn, String> cells = new EnumMap<>(ListColumn.class);
            columns.forEach((column, at) -> cells.put(column, at < row.cells().size() ? row.cells().get(at) : ""));
            List<FieldProblem> problems = new ArrayList<>();
            if (row.damage() != null || cells.values().stream().anyMatch(c -> c.indexOf('\uFFFD') >= 0)) {
                problems.add(new FieldProblem("name", "volunteer-row-broken"));
            }
            Optional<Volunteer> read = problems.isEmpty() ? form(cells, problems).read(problems::add) : Optional.empty();
            if (read.isPresent() && problems.isEmpty()) {
                boolean isNew = keep.take(read.get()).isPresent();
                taken += isNew ? 1 : 0;
                known += isNew ? 0 : 1;
                return;
            }
            wrongRows++;
            problems.stream().limit(NAMED - wrong.size()).forEach(p -> {
                ListColumn column = ListColumn.ofField(p.field());
                wrong.add(new Wrong(row.line(), column.heading(), cells.getOrDefault(column, ""), p));
            });
        }

        private void headings(RawRow row) {
            Map<ListColumn, Integer> found = new LinkedHashMap<>();
            List<String> others = new ArrayList<>();
            for (int i = 0; i < row.cells().size(); i++) {
                Optional<ListColumn> column = ListColumn.of(row.cells().get(i)).filter(c -> !found.containsKey(c));
                if (column.isPresent()) {
                    found.put(column.get(), i);
                } else if (!row.cells().get(i).isBlank()) {
                    others.add(row.cells().get(i).strip());
                }
            }
            if (found.containsKey(ListColumn.NAME) && found.containsKey(ListColumn.AREAS)) {
                columns = found;
                unread.addAll(others);
            } else if (++looked >= ROWS_FOR_HEADINGS) {
                throw Problem.badRequest("volunteer-list-headings");
            }
        }

        private VolunteerForm form(Map<ListColumn, String> cells, List<FieldProblem> problems) {
            Map<String, String> values = new HashMap<>();
            cells.forEach((column, cell) -> values.put(column.field(), cell));
            values.put("party", ListWords.party(cells.getOrDefault(ListColumn.PARTY, "")));
            values.put("source", ListWords.source(cells.getOrDefault(ListColumn.SOURCE, "")));
            values.put("most", ListWords.number(cells.getOrDefault(ListColumn.MOST, "")));
            String language = ListWords.language(cells.getOrDefault(ListColumn.LANGUAGE, ""));
            if (language == null) {
                problems.add(new FieldProblem("language", "volunteer-choice"));
            }
            values.put("language", language == null ? "" : language);
            // Excel takes the zero away from a number
            Telephone phone = Telephone.read(cells.getOrDefault(ListColumn.PHONE, ""));
            values.put("phone", phone.number().isEmpty() ? cells.getOrDefault(ListColumn.PHONE, "") : phone.number());
            return VolunteerForm.of(values, cells.getOrDefault(ListColumn.AREAS, ""), ListWords.times(cells.getOrDefault(ListColumn.TIMES, "")));
        }
    }
}
