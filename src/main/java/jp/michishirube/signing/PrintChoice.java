package jp.michishirube.signing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.organization.Person;
import jp.michishirube.plan.versions.PlansNaming;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which cases go on a list, on labels or into one file: those the person may open, narrowed by town, office, priority, place and 民生委員;
 * of protected residents nothing goes on paper together with others. */
@Component
class PrintChoice {

    private final JdbcClient jdbc;
    private final PlansNaming plans;

    PrintChoice(JdbcClient jdbc, PlansNaming plans) {
        this.jdbc = jdbc;
        this.plans = plans;
    }

    /**
     * @param place        key of a place that the plan names, whichever disaster it is for
     * @param commissioner 担当民生委員 as the plan has it
     * @param order        {@code area}, {@code kana} or {@code number}
     * @param named        id by which an address bears the 民生委員
     */
    record Wanted(String area, String office, Integer priority, String place, String commissioner, String order, String named) {

        Map<String, String> narrowing() {
            Map<String, String> all = new HashMap<>();
            all.put("area", area);
            all.put("office", office);
            all.put("priority", priority == null ? null : priority.toString());
            all.put("place", place);
            all.put("commissioner", commissioner);
            return all;
        }
    }

    record Row(long caseId, String number, String name, String kana, String postalCode, String address, String phone, String area,
               String office, int priority, String state) {}

    List<Row> rows(Wanted wanted, Person person) {
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder("c.state in ('OPEN', 'IN_FORCE', 'IN_FORCE_UNSHARED') and c.id not in (select case_id from casefile.guarded)");
        String office = person.isCity() ? wanted.office() : person.office();
        narrow(where, values, "r.area", wanted.area());
        narrow(where, values, "c.office", office);
        if (wanted.priority() != null) {
            where.append(" and c.priority = ?");
            values.add(wanted.priority());
        }
        among(where, values, wanted.place(), plans::place);
        among(where, values, wanted.commissioner(), plans::commissioner);
        String order = "number".equals(wanted.order()) ? "c.number" : "kana".equals(wanted.order()) ? "r.kana, c.number" : "r.area, r.kana, c.number";
        return jdbc.sql("""
                select c.id, c.number, r.name, r.kana, r.postal_code, r.address, r.phone, r.area, coalesce(o.name, '') office, c.priority, c.state
                from casefile.casefile c join casefile.resident r on r.id = c.resident_id
                left join organization.office o on o.code = c.office
                where %s order by %s
                """.formatted(where, order)).params(values)
                .query((rs, n) -> new Row(rs.getLong(1), rs.getString(2), rs.getString(3), rs.getString(4), rs.getString(5), rs.getString(6),
                        rs.getString(7), rs.getString(8), rs.getString(9), rs.getInt(10), rs.getString(11))).list();
    }

    /** The places that plans of the person's cases name. */
    List<PlansNaming.Named> places(Person person) {
        Set<Long> own = own(person);
        return plans.places().stream().filter(p -> p.cases().stream().anyMatch(c -> own.contains(c.value()))).toList();
    }

    List<String> commissioners(Person person) {
        Set<Long> own = own(person);
        return plans.commissioners().stream().filter(p -> p.cases().stream().anyMatch(c -> own.contains(c.value()))).map(PlansNaming.Named::name).toList();
    }

    /** Cases whose plans this person may print now. */
    Set<Long> own(Person person) {
        return rows(new Wanted(null, null, null, null, null, "number", null), person).stream().map(Row::caseId).collect(Collectors.toSet());
    }

    List<String> areas(Person person) {
        return rows(new Wanted(null, null, null, null, null, "area", null), person).stream().map(Row::area).filter(a -> a != null && !a.isBlank()).distinct().toList();
    }

    private static void among(StringBuilder where, List<Object> values, String wanted, Function<String, List<CaseId>> cases) {
        if (wanted != null && !wanted.isBlank()) {
            where.append(" and c.id = any(?)");
            values.add(cases.apply(wanted).stream().map(CaseId::value).toArray(Long[]::new));
        }
    }

    private static void narrow(StringBuilder where, List<Object> values, String column, String value) {
        if (value != null && !value.isBlank()) {
            where.append(" and ").append(column).append(" = ?");
            values.add(value);
        }
    }
}
