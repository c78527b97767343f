package jp.michishirube.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Each statement takes columns as arrays: a roster of 100,000 opens its cases a chunk at a time. */
@Repository
class JdbcOpenCase implements OpenCase {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final CaseProcess process;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    JdbcOpenCase(JdbcClient jdbc, Clock clock, @org.springframework.context.annotation.Lazy CaseProcess process, Timeline timeline,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.process = process;
        this.timeline = timeline;
        this.events = events;
    }

    @Override
    @Transactional
    public CaseFile open(Resident resident, String office, int priority) {
        return open(List.of(new Opening(resident, office, priority))).get(0);
    }

    @Override
    @Transactional
    public List<CaseFile> open(List<Opening> openings) {
        if (openings.isEmpty()) {
            return List.of();
        }
        List<Long> residents = store(openings.stream().map(Opening::resident).toList());
        Map<Long, CaseFile> running = running(residents);
        Map<Long, Opening> asked = new LinkedHashMap<>();
        for (int i = 0; i < residents.size(); i++) {
            if (!running.containsKey(residents.get(i))) {
                asked.put(residents.get(i), openings.get(i));
            }
        }
        if (!asked.isEmpty()) {
            insert(asked);
            Map<Long, CaseFile> fresh = running(asked.keySet());
            timeline.append("case-opened", details(fresh.values()));
            process.begin(List.copyOf(fresh.values()));
            // a recorded refusal ends the case in the same breath
            running.putAll(byResident("where c.id = any(:ids)", fresh.values().stream().map(c -> c.id().value()).toList()));
        }
        return residents.stream().map(running::get).toList();
    }

    @Override
    @Transactional
    public CaseFile anew(CaseFile ended) {
        long resident = ended.resident().id();
        insert(Map.of(resident, new Opening(ended.resident(), ended.office(), ended.priority())));
        CaseFile fresh = running(List.of(resident)).get(resident);
        timeline.append("case-opened", details(List.of(fresh)));
        timeline.append(fresh.id(), "case-begun-anew", Map.of("before", ended.number().value()));
        timeline.append(ended.id(), "case-followed", Map.of("after", fresh.number().value()));
        events.publishEvent(new CaseBegunAnew(ended.id(), fresh.id()));
        return fresh;
    }

    @Override
    @Transactional
    public long put(Resident resident) {
        return store(List.of(resident)).get(0);
    }

    /** @return ids in the order given */
    private List<Long> store(List<Resident> residents) {
        Map<String, Long> ids = new HashMap<>();
        jdbc.sql("""
                insert into casefile.resident (city_number, city_os_id, name, kana, birth_date, birth_known, sex, postal_code, address, phone, area)
                select city_number, city_os_id, name, kana, cast(birth as date), birth_known, sex, postal_code, address, phone, area
                from unnest(:cityNumber, :cityOsId, :name, :kana, :birth, :known, :sex, :postal, :address, :phone, :area)
                    as r(city_number, city_os_id, name, kana, birth, birth_known, sex, postal_code, address, phone, area)
                on conflict (city_number) do update set city_os_id = coalesce(excluded.city_os_id, casefile.resident.city_os_id),
                    name = excluded.name, kana = excluded.kana, birth_date = excluded.birth_date, birth_known = excluded.birth_known, sex = excluded.sex,
                    postal_code = excluded.postal_code, address = excluded.address, phone = excluded.phone, area = excluded.area
                returning id, city_number
                """)
                .param("cityNumber", column(residents, Resident::cityNumber)).param("cityOsId", column(residents, Resident::cityOsId))
                .param("name", column(residents, Resident::name)).param("kana", column(residents, r -> orEmpty(r.kana())))
                .param("birth", column(residents, r -> r.birthDate() == null ? null : r.birthDate().toString()))
                .param("known", column(residents, Resident::birthKnown))
                .param("sex", column(residents, r -> orEmpty(r.sex()))).param("postal", column(residents, r -> orEmpty(r.postalCode())))
                .param("address", column(residents, r -> orEmpty(r.address()))).param("phone", column(residents, r -> orEmpty(r.phone())))
                .param("area", column(residents, r -> orEmpty(r.area())))
                .query(rs -> { ids.put(rs.getString("city_number"), rs.getLong("id")); });
        return residents.stream().map(r -> ids.get(r.cityNumber())).toList();
    }

    private Map<Long, CaseFile> running(Collection<Long> residents) {
        return byResident("where c.resident_id = any(:ids) and c.state = 'OPEN'", residents);
    }

    private Map<Long, CaseFile> byResident(String where, Collection<Long> ids) {
        return jdbc.sql(JdbcCaseFiles.SELECT + where + " order by c.id").param("ids", ids.toArray(Long[]::new))
                .query((rs, n) -> JdbcCaseFiles.row(rs)).list().stream()
                .collect(Collectors.toMap(c -> c.resident().id(), Function.identity(), (a, b) -> b, LinkedHashMap::new));
    }

    /** @param asked by resident */
    private void insert(Map<Long, Opening> asked) {
        int year = fiscalYear(LocalDate.now(clock));
        List<Long> running = jdbc.sql("select nextval('casefile.running_number') from generate_series(1, ?)").param(asked.size())
                .query(Long.class).list();
        List<Opening> openings = new ArrayList<>(asked.values());
        jdbc.sql("""
                insert into casefile.casefile (number, resident_id, office, priority, opened_at)
                select number, resident, office, priority, :now from unnest(:number, :resident, :office, :priority)
                    as c(number, resident, office, priority)
                """)
                .param("number", running.stream().map(n -> CaseNumber.of(year, n).value()).toArray(String[]::new))
                .param("resident", asked.keySet().toArray(Long[]::new)).param("office", column(openings, Opening::office))
                .param("priority", openings.stream().map(Opening::priority).toArray(Integer[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
    }

    private static Map<CaseId, Map<String, String>> details(Collection<CaseFile> fresh) {
        Map<CaseId, Map<String, String>> details = new LinkedHashMap<>();
        fresh.forEach(c -> details.put(c.id(), c.office() == null ? Map.of() : Map.of("office", c.office())));
        return details;
    }

    private static <T> String[] column(List<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    /** Japan's fiscal year begins on 1 April. */
    private static int fiscalYear(LocalDate day) {
        return day.getMonthValue() >= 4 ? day.getYear() : day.getYear() - 1;
    }

    private static String orEmpty(String s) {
        return s == null ? "" : s;
    }
}
