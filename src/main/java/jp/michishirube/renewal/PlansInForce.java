package jp.michishirube.renewal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.LeftAside;
import jp.michishirube.casefile.PeopleLists;
import jp.michishirube.organization.Person;
import jp.michishirube.plan.form.Role;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.versions.PlanInForce;
import jp.michishirube.plan.versions.Submission;
import jp.michishirube.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 有効な計画の一覧: for an office those it is in charge of, for the city all; nobody under 支援措置. Shown by the one port for lists of people. */
@Component
class PlansInForce {

    static final int PAGE = 50;
    /** More is no list that somebody works through. */
    static final int MOST = 5000;
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final JdbcClient jdbc;
    private final PeopleLists people;
    private final PlanInForce plans;
    private final PlanForms forms;
    private final RenewalPolicy policy;
    private final LeftAside leftAside;
    private final Clock clock;

    PlansInForce(JdbcClient jdbc, PeopleLists people, PlanInForce plans, PlanForms forms, RenewalPolicy policy, LeftAside leftAside, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.plans = plans;
        this.forms = forms;
        this.policy = policy;
        this.leftAside = leftAside;
        this.clock = clock;
    }

    /** Which plans by their next look; words under {@code in-force.due.<name>}. */
    enum DueWhen {
        ALL("true"),
        /** The day has gone by. */
        OVER("due <= :today"),
        /** Within a month, or gone by. */
        SOON("due <= :soon"),
        RENEWED("decision is not null");

        private final String condition;

        DueWhen(String condition) {
            this.condition = condition;
        }
    }

    /** @param area 町; empty for all
     *  @param office code; empty for all, and without meaning for somebody of an office */
    record Wanted(String area, String office, DueWhen due, int page) {

        static Wanted of(Map<String, String> given) {
            String page = given.getOrDefault("page", "");
            return new Wanted(given.getOrDefault("area", "").strip(), given.getOrDefault("office", "").strip(),
                    Arrays.stream(DueWhen.values()).filter(d -> d.name().equals(given.get("due"))).findFirst().orElse(DueWhen.ALL),
                    page.matches("\\d{1,3}") ? Integer.parseInt(page) : 0);
        }

        Map<String, String> narrowing() {
            Map<String, String> all = new LinkedHashMap<>();
            all.put("due", due.name());
            all.put("area", area);
            all.put("office", office);
            all.values().removeIf(String::isEmpty);
            return all;
        }
    }

    /**
     * @param due      when it is looked at again
     * @param renewal  {@code PROPOSED} or what the office decided; null while nothing is under way
     * @param supporters as the plan in force names them; null where nobody can tell
     */
    record Row(CaseId id, String number, String name, String kana, String area, String office, int version, LocalDate since, LocalDate due, String renewal,
            List<String> supporters) {

        private Row naming(List<String> named) {
            return new Row(id, number, name, kana, area, office, version, since, due, renewal, named);
        }
    }

    record Page(List<Row> rows, boolean more) {}

    @Transactional
    Page page(Person reader, Wanted wanted) {
        boolean[] more = new boolean[1];
        List<Row> shown = people.show(PeopleLists.Shown.onScreen("plans-in-force", wanted.narrowing()), () -> {
            List<Row> found = rows(reader, wanted, PAGE + 1, wanted.page() * PAGE);
            more[0] = found.size() > PAGE;
            return more[0] ? found.subList(0, PAGE) : found;
        }, r -> PeopleLists.Somebody.of(r.id()));
        return new Page(shown, more[0]);
    }

    /**
     * The whole list, for paper and spreadsheets.
     *
     * @throws Problem {@code in-force-too-many} (409) beyond {@value #MOST}: a list that is cut without a word would be taken for the whole
     */
    @Transactional
    List<Row> all(Person reader, Wanted wanted) {
        return people.show(PeopleLists.Shown.asFile("plans-in-force-file", wanted.narrowing()), () -> {
            List<Row> found = rows(reader, wanted, MOST + 1, 0);
            if (found.size() > MOST) {
                throw Problem.conflict("in-force-too-many", MOST);
            }
            return found;
        }, r -> PeopleLists.Somebody.of(r.id()));
    }

    /** How many there are of each kind, narrowed by 町 and office alone; those under 支援措置 are in no figure. */
    Map<DueWhen, Integer> counts(Person reader, Wanted wanted) {
        Map<DueWhen, Integer> counts = new LinkedHashMap<>();
        for (DueWhen due : DueWhen.values()) {
            counts.put(due, statement("select count(*) from found where " + due.condition, reader, wanted).query(Integer.class).single());
        }
        return counts;
    }

    /** 町 with plans in force that this person may see. */
    List<String> areas(Person reader) {
        return statement("select distinct area from found where area <> '' order by 1", reader, new Wanted("", "", DueWhen.ALL, 0)).query(String.class).list();
    }

    private List<Row> rows(Person reader, Wanted wanted, int most, int from) {
        List<Row> found = statement("select * from found where " + wanted.due().condition + " order by due, kana collate \"ja-x-icu\", id limit " + most + " offset " + from,
                reader, wanted).query((rs, n) -> row(rs)).list();
        Map<CaseId, Submission> versions = plans.of(found.stream().map(Row::id).toList());
        return found.stream().map(row -> row.naming(supporters(row.id(), versions.get(row.id())))).toList();
    }

    /** A plan that cannot be read takes neither its own row nor the others away. */
    private List<String> supporters(CaseId id, Submission plan) {
        try {
            return plan == null ? List.of() : forms.filled(plan).rows(Role.SUPPORTERS).stream().map(s -> s.text(Role.SUPPORTER_NAME)).filter(name -> !name.isBlank()).toList();
        } catch (IllegalArgumentException | IllegalStateException unreadable) {
            leftAside.keep(LeftAside.Item.of(LeftAside.Work.READ_PLAN, id.value()).ofCase(id), unreadable);
            return null;
        }
    }

    private JdbcClient.StatementSpec statement(String select, Person reader, Wanted wanted) {
        Map<String, Object> values = new HashMap<>();
        LocalDate today = LocalDate.ofInstant(clock.instant(), TOKYO);
        values.put("today", today);
        values.put("soon", today.plusMonths(1));
        values.put("area", wanted.area());
        values.put("office", reader.isOffice() ? reader.office() : wanted.office());
        values.put("after", policy.after().toString());
        return jdbc.sql("""
                with found as (
                    select c.id, c.number, c.office, r.name, r.kana, r.area, f.version, f.since, n.decision,
                        (greatest((f.since at time zone 'Asia/Tokyo')::date, (select max(a.asked_on) from renewal.asked a where a.case_id = c.id))
                            + cast(:after as interval))::date due
                    from casefile.casefile c join casefile.resident r on r.id = c.resident_id
                    join lateral (select i.version, i.since from plan.in_force i where i.case_id = c.id order by i.id desc limit 1) f on true
                    left join lateral (select coalesce(o.decision, 'PROPOSED') decision from renewal.renewal o where o.case_id = c.id and o.ended_at is null) n on true
                    where c.state in ('IN_FORCE', 'IN_FORCE_UNSHARED') and c.id not in (select case_id from casefile.guarded)
                      and (:area = '' or r.area = :area) and (:office = '' or c.office = :office))
                """ + select).params(values);
    }

    private static Row row(ResultSet rs) throws SQLException {
        return new Row(new CaseId(rs.getLong("id")), rs.getString("number"), rs.getString("name"), rs.getString("kana"), rs.getString("area"), rs.getString("office"),
                rs.getInt("version"), LocalDate.ofInstant(rs.getTimestamp("since").toInstant(), TOKYO), rs.getObject("due", LocalDate.class), rs.getString("decision"), List.of());
    }
}
