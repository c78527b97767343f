package jp.michishirube.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.michishirube.organization.Role;
import jp.michishirube.safety.EventActs;
import jp.michishirube.sharing.SharedPlans;
import jp.michishirube.testing.As;
import jp.michishirube.testing.Eventually;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every page and address that can be read, by every role: where a planted person's name comes back, a line names reader and person; and
 * once that person is protected (支援措置), the name comes back to nobody who has no part in the case, also in a declared disaster.
 */
@ProductTest
class EveryReadIsKnownTest {

    private static final String[] SCOPES = {"cases:read", "plans:read", "tasks:read", "consents:read", "roster:read", "safety:read", "warnings:read"};

    @Autowired private MockMvc mvc;
    @Autowired private Planted planted;
    @Autowired private SharedPlans plans;
    @Autowired private EventActs events;
    @Autowired private JdbcClient jdbc;
    @Autowired private MessageSource texts;
    @Autowired @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping mapping;
    private PageWalk walk;

    @BeforeEach
    void pages() {
        walk = new PageWalk(mvc, mapping);
    }

    @AfterEach
    void endEvents() throws Exception {
        events.endAll();
    }

    @Test
    void whoSeesAPersonIsNamedInALineOfThatPerson() throws Exception {
        Planted.People people = planted.plant();
        List<String> silent = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        try (SharedPlans.Disaster disaster = plans.disasterIn("青葉町")) {
            givenInTheDisaster(people.shared(), disaster.id());
            List<Long> batches = List.of(batch(As.roster1()));
            long event = events.begin("REAL", "LANDSLIDE", "青葉町");
            events.asked(event, people.shared().file());
            for (Map.Entry<String, RequestPostProcessor> reader : everyone().entrySet()) {
                for (String address : walk.addresses(people, disaster.id(), event, batches)) {
                    long lists = last("list_read");
                    long reads = last("access");
                    PageWalk.Read read = walk.read(address, reader.getValue());
                    assertThat(read.status()).as(address + " by " + reader.getKey()).isLessThan(500);
                    for (Planted.Someone someone : people.all()) {
                        if (read.text().contains(someone.name())) {
                            seen.add(address.replaceAll("[0-9?].*", ""));
                            if (!isNamed(someone, reader.getKey(), lists, reads, address)) {
                                silent.add(address + " by " + reader.getKey());
                            }
                        }
                    }
                }
            }
        }
        assertThat(silent).isEmpty();
        // A walk that finds nobody anywhere would prove nothing.
        assertThat(seen).contains("/inbox", "/inbox.csv", "/inbox/take-over", "/roster/entries", "/roster/entries/", "/roster/imports/", "/roster/assignment",
                "/renewals", "/disasters/", "/neighbourhood", "/neighbourhood/", "/neighbourhood/list.csv", "/neighbourhood/list.pdf", "/prints/list.csv",
                "/prints/list.pdf", "/prints/labels.pdf", "/prints/batches/", "/prints/readers/reader-", "/events/", "/approvals", "/cases/", "/affected", "/affected.csv");
    }

    @Test
    void aProtectedPersonIsShownToNobodyWithoutAPartInTheCase() throws Exception {
        Planted.People people = planted.plant();
        List<String> told = new ArrayList<>();
        try (SharedPlans.Disaster disaster = plans.disasterIn("青葉町")) {
            givenInTheDisaster(people.shared(), disaster.id());
            List<Long> batches = List.of(batch(As.roster1()));
            long event = events.begin("REAL", "LANDSLIDE", "青葉町");
            events.asked(event, people.shared().file());
            for (Planted.Someone someone : people.all()) {
                mvc.perform(post("/cases/{n}/protection", someone.file().number()).param("ground", "住民基本台帳事務における支援措置")
                        .param("until", java.time.LocalDate.now().plusYears(1).toString()).with(As.roster1()).with(csrf()));
            }
            for (Map.Entry<String, RequestPostProcessor> reader : everyone().entrySet()) {
                for (String address : walk.addresses(people, disaster.id(), event, batches)) {
                    PageWalk.Read read = walk.read(address, reader.getValue());
                    assertThat(read.status()).as(address + " by " + reader.getKey()).isLessThan(500);
                    for (Planted.Someone someone : people.all()) {
                        if (read.text().contains(someone.name()) && !mayKnow(reader.getKey(), someone, people, address)) {
                            told.add(address + " by " + reader.getKey() + ": " + someone.name());
                        }
                    }
                    // Of the protection itself only those are told who may set it; the refusal names it to all alike, whoever is protected.
                    if (!reader.getKey().equals("roster1") && read.status() == 200 && beyondWhatAllAreTold(read.text()).contains("支援措置")) {
                        told.add(address + " tells " + reader.getKey() + " of the protection");
                    }
                }
            }
            assertThat(told).isEmpty();
            assertThat(walk.read("/cases/" + people.atReview().file().number(), As.aoba1()).text()).as("the office in charge works on").contains(people.atReview().name());
            assertThat(walk.read("/protections", As.roster1()).text()).contains(people.shared().name());
        }
    }

    /** An event's page says to all that such people are in no count; a mail to those who set it, given up, bears its kind and nobody. */
    private String beyondWhatAllAreTold(String page) {
        return Stream.of("safety.tally.protected", "notice.PROTECTION_DUE").map(key -> texts.getMessage(key, null, Locale.JAPANESE))
                .reduce(page, (rest, sentence) -> rest.replace(sentence, ""));
    }

    /** On the screen: the office in charge, the reviewer who has it, the roles that set it. On paper and in files of many: nobody. */
    private static boolean mayKnow(String reader, Planted.Someone someone, Planted.People people, String address) {
        boolean ofMany = address.matches("/((api/v1/)?events/\\d+|prints|neighbourhood|disasters/\\d+/letters|inbox\\.csv|roster/imports/\\d+/wrong|affected\\.csv).*");
        boolean inCharge = reader.startsWith("aoba") && someone != people.unassigned();
        boolean checks = reader.equals("review2") && someone == people.atReview();
        return !ofMany && (inCharge || checks || reader.equals("roster1"));
    }

    private boolean isNamed(Planted.Someone someone, String reader, long lists, long reads, String address) {
        long id = someone.file().id().value();
        String number = someone.file().resident().cityNumber();
        boolean listed = jdbc.sql("""
                select count(*) from privacy.list_read where id > ? and person_id = ? and (cases @> array[cast(? as bigint)] or numbers @> array[cast(? as text)])
                """).params(lists, reader, id, number).query(Integer.class).single() > 0;
        boolean opened = jdbc.sql("select count(*) from privacy.access where id > ? and person_id = ? and case_id = ?").params(reads, reader, id)
                .query(Integer.class).single() > 0;
        // Before its columns are matched nobody knows whom a file names: the line says which file, and how many of its rows were seen.
        boolean unmatched = address.matches("/roster/imports/\\d+/mapping") && jdbc.sql("""
                select count(*) from privacy.list_read where id > ? and person_id = ? and list = 'roster-columns' and people = 3
                """).params(lists, reader).query(Integer.class).single() == 1;
        return listed || opened || unmatched;
    }

    private void givenInTheDisaster(Planted.Someone someone, long disaster) {
        jdbc.sql("""
                insert into consent.disclosure (at, case_id, resident_id, party_kind, party_name, purpose, fields, ground, disaster_id, what, by_id, by_name)
                values (now(), ?, ?, 'NEIGHBOURHOOD', '青葉町町内会', 'PEACETIME_SHARING', '{/resident/name}', 'DECLARED_DISASTER', ?, 'list', 'machi1', 'x')
                """).params(someone.file().id().value(), someone.file().resident().id(), disaster).update();
    }

    private long last(String table) {
        return jdbc.sql("select coalesce(max(id), 0) from privacy." + table).query(Long.class).single();
    }

    private long batch(RequestPostProcessor who) throws Exception {
        String at = mvc.perform(post("/prints/batches").param("area", "青葉町").param("order", "number").with(who).with(csrf())).andReturn().getResponse()
                .getRedirectedUrl();
        long id = Long.parseLong(at.substring(at.lastIndexOf('/') + 1));
        Eventually.until(() -> jdbc.sql("select state from signing.print_batch where id = ?").param(id).query(String.class).single().equals("READY"));
        return id;
    }

    private static Map<String, RequestPostProcessor> everyone() {
        Map<String, RequestPostProcessor> all = new LinkedHashMap<>();
        all.put("aoba1", As.aoba1());
        all.put("aoba2", As.aoba2());
        all.put("wakakusa1", As.wakakusa1());
        all.put("review1", As.review1());
        all.put("review2", As.review2());
        all.put("roster1", As.roster1());
        all.put("admin1", As.admin1());
        all.put("machi1", As.machi1());
        all.put("minsei1", As.person("minsei1", "松本 和子", null, Role.WELFARE_COMMISSIONER));
        all.put("demo-api", As.system(SCOPES));
        return all;
    }
}
