package jp.michishirube.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.CaseState;
import jp.michishirube.casefile.PeopleLists;
import jp.michishirube.casefile.PeopleLists.Shown;
import jp.michishirube.casefile.PeopleLists.Somebody;
import jp.michishirube.casefile.Step;
import jp.michishirube.organization.OfficeNames;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** All cases that a person may open, by whatever of them one remembers. Shown by the one port for lists of people. */
@Component
class FoundCases {

    static final int PAGE = 20;
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final JdbcClient jdbc;
    private final SupportersNamed supporters;
    private final PeopleLists people;
    private final OfficeNames offices;

    FoundCases(JdbcClient jdbc, SupportersNamed supporters, PeopleLists people, OfficeNames offices) {
        this.jdbc = jdbc;
        this.supporters = supporters;
        this.people = people;
        this.offices = offices;
    }

    /**
     * @param steps open ones, of a running case
     * @param since since when it is in force or over; null for a running one
     * @param why   what of it the words were found in, as keys under {@code find.why}; empty where nothing was typed
     * @param named the supporter that was found
     */
    record Found(CaseId id, String number, String name, String kana, String area, String officeName, CaseState state, List<Step> steps, LocalDate since,
            List<String> why, String named) {}

    record Page(List<Found> rows, boolean more) {}

    Page page(Viewer viewer, FindFilter filter) {
        boolean[] more = new boolean[1];
        List<Found> shown = people.show(Shown.onScreen("cases", filter.parameters()), () -> {
            List<Found> found = query(viewer, filter);
            more[0] = found.size() > PAGE;
            return more[0] ? found.subList(0, PAGE) : found;
        }, f -> Somebody.of(f.id()));
        return new Page(shown, more[0]);
    }

    private List<Found> query(Viewer viewer, FindFilter filter) {
        List<FindFilter.Word> words = filter.words();
        Map<Long, String> named = supporters.naming(viewer.office(), words.stream().filter(w -> !w.isNumber()).map(FindFilter.Word::folded).toList());
        StringBuilder sql = new StringBuilder("""
                select c.id, c.number, c.state, c.ended_at, r.name, r.kana, r.area, inbox.folded(r.name, r.kana) as searched, inbox.folded(r.area, '') as folded_area, c.office,
                       (select array_agg(w.step order by w.step) from inbox.work_item w where w.case_id = c.id) as steps
                from casefile.casefile c join casefile.resident r on r.id = c.resident_id
                where\s""").append(filter.kind().condition).append(guarded(viewer));
        and(sql, viewer.office(), "c.office = :mine");
        and(sql, filter.area(), "r.area = :area");
        and(sql, filter.office(), "c.office = :office");
        for (int i = 0; i < words.size(); i++) {
            sql.append(words.get(i).isNumber() ? " and c.number like :w" + i
                    : " and (r.id in (select id from casefile.resident where " + held(words.get(i), i) + "inbox.folded(name, kana) like :w" + i
                    + ") or inbox.folded(r.area, '') like :w" + i + " or c.id = any(:named))");
        }
        sql.append(" order by r.kana collate \"ja-x-icu\", c.id desc limit ").append(PAGE + 1).append(" offset ").append(filter.page() * PAGE);
        StatementSpec statement = jdbc.sql(sql.toString()).param("me", viewer.id()).param("mine", viewer.office()).param("area", filter.area())
                .param("office", filter.office()).param("named", named.keySet().toArray(Long[]::new));
        for (int i = 0; i < words.size(); i++) {
            statement = statement.param("w" + i, words.get(i).pattern()).param("g" + i, grams(words.get(i)));
        }
        Map<String, String> names = offices.all();
        return statement.query((rs, n) -> row(rs, words, named, names)).list();
    }

    /** Leads to the rows that hold the pieces of the word; a word of one letter has no pieces worth asking for. */
    private static String held(FindFilter.Word word, int i) {
        return grams(word).length == 0 ? "" : "inbox.grams(inbox.folded(name, kana), '') @> cast(:g" + i + " as text[]) and ";
    }

    private static String[] grams(FindFilter.Word word) {
        return word.isNumber() ? new String[0] : Grams.ofName(List.of(word.folded())).toArray(String[]::new);
    }

    /** Of the protected only those whose work is this person's, so that pages are full. */
    private static String guarded(Viewer viewer) {
        return switch (viewer.protects()) {
            case ALL -> "";
            case NONE -> " and c.id not in (select case_id from casefile.guarded)";
            case OWN_WORK -> " and (c.id not in (select case_id from casefile.guarded) or c.id in (select case_id from inbox.work_item"
                    + " where party = 'CITY' and (assignee is null or assignee = :me)))";
        };
    }

    private static void and(StringBuilder sql, String value, String condition) {
        if (value != null && !value.isEmpty()) {
            sql.append(" and ").append(condition);
        }
    }

    private static Found row(ResultSet rs, List<FindFilter.Word> words, Map<Long, String> named, Map<String, String> names) throws SQLException {
        String searched = rs.getString("searched");
        String area = rs.getString("folded_area");
        String supporter = named.get(rs.getLong("id"));
        List<String> why = new ArrayList<>();
        for (FindFilter.Word word : words) {
            if (word.isNumber()) {
                why.add("number");
            } else if (searched.contains(word.folded())) {
                why.add("name");
            } else {
                why.add(area.contains(word.folded()) ? "area" : "supporter");
            }
        }
        String office = rs.getString("office");
        java.sql.Array steps = rs.getArray("steps");
        java.sql.Timestamp ended = rs.getTimestamp("ended_at");
        return new Found(new CaseId(rs.getLong("id")), rs.getString("number"), rs.getString("name"), rs.getString("kana"), rs.getString("area"),
                office == null ? null : names.getOrDefault(office, office), CaseState.valueOf(rs.getString("state")),
                steps == null ? List.of() : Arrays.stream((String[]) steps.getArray()).map(Step::valueOf).toList(),
                ended == null ? null : ended.toInstant().atZone(TOKYO).toLocalDate(), why.stream().distinct().toList(),
                why.contains("supporter") ? supporter : null);
    }

    /** The 町 in which there are cases that this person may open. */
    List<String> areas(Viewer viewer) {
        return jdbc.sql("select distinct r.area from casefile.casefile c join casefile.resident r on r.id = c.resident_id where r.area <> ''"
                + (viewer.office() == null ? "" : " and c.office = :mine")
                + (viewer.protects() == Viewer.Protects.ALL ? "" : " and c.id not in (select case_id from casefile.guarded)") + " order by 1 limit 300").param("mine", viewer.office()).query(String.class).list();
    }
}
