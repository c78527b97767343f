package jp.michishirube.roster.assign;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.organization.Office;
import jp.michishirube.organization.Offices;
import jp.michishirube.roster.entry.RosterPolicy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rule of assignment with what the offices have at this moment. */
@Component
public class CurrentAssignmentRule {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final Offices offices;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final boolean byRule;

    CurrentAssignmentRule(Offices offices, JdbcClient jdbc, Clock clock, Municipality municipality) {
        this.offices = offices;
        this.jdbc = jdbc;
        this.clock = clock;
        this.byRule = municipality.section("roster", RosterPolicy.class).assignByRule();
    }

    /** For one chunk: the offices are counted once, and only if someone asks. */
    public Supplier<Choice> lazily() {
        Choice[] made = new Choice[1];
        return () -> {
            if (made[0] == null) {
                made[0] = new Choice(offices.all());
            }
            return made[0];
        };
    }

    AssignmentRule rule(List<Office> all) {
        Map<String, Long> load = new HashMap<>();
        LocalDate today = LocalDate.now(clock);
        LocalDate yearBegins = LocalDate.of(today.getMonthValue() < 4 ? today.getYear() - 1 : today.getYear(), 4, 1);
        jdbc.sql("select office, count(*) from casefile.casefile where office is not null and opened_at >= ? group by office")
                .param(yearBegins.atStartOfDay(JAPAN).toOffsetDateTime()).query((rs, n) -> load.put(rs.getString(1), rs.getLong(2))).list();
        return new AssignmentRule(all, load, today);
    }

    /** Offices and their load as chosen so far. */
    public final class Choice {

        private final List<Office> all;
        private AssignmentRule rule;

        Choice(List<Office> all) {
            this.all = all;
        }

        /** @return the office that the file names, else the rule's choice, else null: then a person assigns */
        public String office(Map<String, String> data) {
            String named = data.getOrDefault("office", "");
            if (all.stream().anyMatch(o -> o.code().equals(named) && o.contract(LocalDate.now(clock)) == Office.Contract.RUNS)) {
                if (rule != null) {
                    rule.count(named);
                }
                return named;
            }
            return byRule ? byRule(data.getOrDefault("area", "")).orElse(null) : null;
        }

        Optional<String> byRule(String area) {
            if (rule == null) {
                rule = rule(all);
            }
            return rule.choose(area);
        }
    }
}
