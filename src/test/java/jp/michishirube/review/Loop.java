package jp.michishirube.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.Resident;
import jp.michishirube.casefile.Step;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.plan.draft.Drafts;
import jp.michishirube.plan.draft.SaveDraft;
import jp.michishirube.plan.interview.SubmitPlan;
import jp.michishirube.security.Callers;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases for the tests of the revision loop: a new one parked at the interview, its plan complete, handed in by the use cases. */
@Component
public class Loop {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final JdbcClient jdbc;
    private final RuntimeService runtime;
    private final TransactionTemplate transaction;
    private final CaseFiles cases;
    private final SaveDraft save;
    private final SubmitPlan submit;
    private final Drafts drafts;
    private final ObjectMapper mapper;

    Loop(JdbcClient jdbc, RuntimeService runtime, TransactionTemplate transaction, CaseFiles cases, SaveDraft save, SubmitPlan submit,
            Drafts drafts, ObjectMapper mapper) {
        this.jdbc = jdbc;
        this.runtime = runtime;
        this.transaction = transaction;
        this.cases = cases;
        this.save = save;
        this.submit = submit;
        this.drafts = drafts;
        this.mapper = mapper;
    }

    /** A case of the office AOBA at the interview, whatever the gate says: consent is another test's business. */
    public CaseFile atInterview() {
        int n = NUMBER.incrementAndGet();
        Long id = transaction.execute(tx -> {
            long resident = jdbc.sql("""
                    insert into casefile.resident (city_number, name, kana, birth_date, sex, postal_code, address, phone, area)
                    values (?, '試験 太郎', 'シケン タロウ', ?, '男', '990-0001', 'みちしるべ市青葉1-1', '0242-00-0000', '青葉町') returning id
                    """).params("LOOP-" + n, LocalDate.of(1940, 3, 2)).query(Long.class).single();
            long made = jdbc.sql("""
                    insert into casefile.casefile (number, resident_id, office, priority, opened_at) values (?, ?, 'AOBA', 3, now()) returning id
                    """).params(jp.michishirube.casefile.CaseNumber.of(2098, n).value(), resident).query(Long.class).single();
            runtime.createProcessInstanceByKey("evacuation-plan").businessKey("case-" + made).setVariable("caseId", made)
                    .startBeforeActivity("InterviewResident").execute();
            return made;
        });
        return cases.get(new CaseId(id));
    }

    public CaseFile atReview() {
        return atReview("aoba2");
    }

    CaseFile atReview(String author) {
        CaseFile file = atInterview();
        as(author, () -> {
            write(file, complete());
            return submit.submit(file.id(), Step.INTERVIEW_RESIDENT, null, "");
        });
        return file;
    }

    public void resubmit(CaseFile file) {
        submit.submit(file.id(), Step.REVISE_PLAN, null, "");
    }

    /** As the office: changes fields. */
    public void write(CaseFile file, Map<String, JsonNode> changes) {
        save.save(file.id(), drafts.find(file.id()).map(d -> d.version()).orElse(0L), Map.of());
        var result = save.save(file.id(), drafts.find(file.id()).map(d -> d.version()).orElse(0L), changes);
        if (!result.complete()) {
            throw new IllegalStateException(result.problems() + " " + result.conflicts());
        }
    }

    public Map<String, JsonNode> complete() {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        String[][] texts = {{"/resident/kana", "シケン タロウ"}, {"/resident/name", "試験 太郎"}, {"/resident/birthDate", "1940-03-02"},
            {"/resident/address", "みちしるべ市青葉1-1"}, {"/resident/phone", "0242-12-3456"}, {"/household/kind", "alone"},
            {"/reasons/careLevel", "22"}, {"/considerations/movement", "stick"}, {"/route/means", "walk"}, {"/start/when", "level3"},
            {"/making/madeOn", "2026-11-20"}, {"/making/madeBy", "青葉居宅 鈴木"}};
        for (String[] text : texts) {
            all.put(text[0], JsonNodeFactory.instance.textNode(text[1]));
        }
        all.put("/reasons/items", json("[\"careLevel\"]"));
        all.put("/considerations/items", json("[\"stand\"]"));
        all.put("/contacts/c1", json("{\"name\":\"試験 花子\",\"relation\":\"娘\",\"phone\":\"090-1234-5678\"}"));
        all.put("/supporters/s1", json("{\"party\":\"person\",\"name\":\"隣 一郎\",\"phone\":\"0242-22-2222\",\"agreement\":\"agreed\"}"));
        for (String hazard : List.of("flood", "landslide", "earthquake", "fire")) {
            all.put("/places/" + hazard + "/other", JsonNodeFactory.instance.textNode("親戚の家"));
        }
        return all;
    }

    public JsonNode json(String text) {
        try {
            return mapper.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Acts as a person of the demo city, known by the sign-in's claims. */
    public <T> T as(String who, Supplier<T> act) {
        Set<Role> roles = who.startsWith("review") ? Set.of(Role.REVIEWER) : who.startsWith("minsei") ? Set.of(Role.WELFARE_COMMISSIONER)
                : who.endsWith("1") ? Set.of(Role.CARE_MANAGER, Role.OFFICE_LEADER) : Set.of(Role.CARE_MANAGER);
        String office = who.startsWith("aoba") || who.startsWith("wakakusa") ? who.replaceAll("\\d+$", "").toUpperCase() : null;
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(new SecurityContextImpl(Callers.signedIn(new Person(who, who, roles, office, false))));
        try {
            return act.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    public void as(String who, Runnable act) {
        as(who, () -> {
            act.run();
            return null;
        });
    }

}
