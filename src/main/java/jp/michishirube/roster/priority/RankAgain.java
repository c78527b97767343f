package jp.michishirube.roster.priority;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.CorrectCase;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.roster.assign.CurrentAssignmentRule;
import jp.michishirube.roster.entry.Entries;
import jp.michishirube.roster.entry.Json;
import jp.michishirube.roster.entry.RosterWork;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ranks everybody again who was ranked by tables that have changed since: entries and running cases get the new priority, people who have
 * become eligible get a case. Whoever is not eligible any more keeps a running case: its end is a person's decision.
 */
@Component
public class RankAgain {

    private static final int CHUNK = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final PriorityRules rules;
    private final HazardAtAddress hazards;
    private final CaseFiles cases;
    private final CorrectCase correct;
    private final OpenCase openCase;
    private final CurrentAssignmentRule currentRule;
    private final Timeline timeline;
    private final Rankings rankings;
    private final WhoAmI who;
    private final RosterWork work;
    private final Clock clock;

    RankAgain(JdbcClient jdbc, JdbcTemplate batch, PriorityRules rules, HazardAtAddress hazards, CaseFiles cases, CorrectCase correct,
            OpenCase openCase, CurrentAssignmentRule currentRule, Timeline timeline, Rankings rankings, WhoAmI who,
            RosterWork work, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.rules = rules;
        this.hazards = hazards;
        this.cases = cases;
        this.correct = correct;
        this.openCase = openCase;
        this.currentRule = currentRule;
        this.timeline = timeline;
        this.rankings = rankings;
        this.who = who;
        this.work = work;
        this.clock = clock;
    }

    private record Ranked(long id, String cityNumber, Map<String, String> data, int before, CaseId caseId, Priority now) {

        boolean needsCase() {
            return caseId == null && now.eligible();
        }
    }

    /** Listed people who were ranked by other tables than those of now. */
    public long stale() {
        return jdbc.sql("select count(*) from roster.entry where status = 'LISTED' and rules is distinct from ?").param(rules.version())
                .query(Long.class).single();
    }

    /** Asks for it; the background does it. */
    @Transactional
    public void ask() {
        rankings.ask(who.orProcess(), stale());
        work.wakeAfterCommit();
    }

    /**
     * Ranks the next {@value #CHUNK} people in a transaction of their own, if it was asked for; after a failure or a crash the next call
     * goes on with the rest.
     *
     * @return whether there may be more to do
     */
    @Transactional
    public boolean next() {
        if (!rankings.lock()) {
            return false;
        }
        List<Ranked> chunk = rank();
        rankings.count(chunk.size(), chunk.stream().filter(r -> r.now().rank() != r.before()).count());
        if (chunk.size() < CHUNK) {
            rankings.finish();
            return false;
        }
        return true;
    }

    private List<Ranked> rank() {
        LocalDate today = LocalDate.now(clock);
        List<Ranked> chunk = jdbc.sql("""
                select id, city_number, data, priority, case_id from roster.entry
                where status = 'LISTED' and rules is distinct from ? order by id limit ? for update
                """).params(rules.version(), CHUNK).query((rs, n) -> {
                    Map<String, String> data = Json.values(rs.getString("data"));
                    long caseId = rs.getLong("case_id");
                    return new Ranked(rs.getLong("id"), rs.getString("city_number"), data, rs.getInt("priority"),
                            rs.wasNull() ? null : new CaseId(caseId), rules.of(PriorityFacts.of(data, today, hazards::of)));
                }).list();
        batch.batchUpdate("update roster.entry set priority = ?, eligible = ?, reasons = ?::jsonb, rules = ? where id = ?", chunk.stream()
                .map(r -> new Object[] {r.now().rank(), r.now().eligible(), r.now().reasons().isEmpty() ? null : Json.write(r.now().reasons()),
                    rules.version(), r.id()}).toList());
        chunk.stream().filter(r -> r.caseId() != null && r.now().rank() != r.before()).forEach(this::tell);
        open(chunk.stream().filter(Ranked::needsCase).toList());
        return chunk;
    }

    private void tell(Ranked r) {
        if (!cases.get(r.caseId()).state().isEnded()) {
            correct.correct(r.caseId(), Entries.resident(r.cityNumber(), r.data()), r.now().rank());
            timeline.append(r.caseId(), "roster-ranked-again", Map.of("from", "" + r.before(), "to", "" + r.now().rank()));
        }
    }

    private void open(List<Ranked> newcomers) {
        Supplier<CurrentAssignmentRule.Choice> choice = currentRule.lazily();
        List<CaseFile> opened = openCase.open(newcomers.stream().map(r -> new OpenCase.Opening(Entries.resident(r.cityNumber(), r.data()),
                choice.get().office(r.data()), r.now().rank())).toList());
        List<Object[]> links = new ArrayList<>();
        for (int i = 0; i < opened.size(); i++) {
            links.add(new Object[] {opened.get(i).id().value(), newcomers.get(i).id()});
        }
        batch.batchUpdate("update roster.entry set case_id = ? where id = ?", links);
    }
}
