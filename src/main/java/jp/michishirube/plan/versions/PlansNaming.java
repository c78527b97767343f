package jp.michishirube.plan.versions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.LeftAside;
import jp.michishirube.plan.draft.PlaceChoices;
import jp.michishirube.plan.form.Answers;
import jp.michishirube.plan.form.PlanForm;
import jp.michishirube.plan.form.Role;
import jp.michishirube.plan.kept.PlanForms;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Repository;

/** Finds the plans that point at something of the municipality's lists, so that their offices can be told when it changes. */
@Repository
@NamedInterface("versions")
public class PlansNaming {

    /** The newest version handed in, and the one in force while that is another. */
    private static final String COUNTS = """
            s.version in (select max(n.version) from plan.submission n where n.case_id = s.case_id
                union all (select f.version from plan.in_force f where f.case_id = s.case_id order by f.id desc limit 1))
            """;

    private final JdbcClient jdbc;
    private final PlanForms forms;
    private final LeftAside leftAside;
    /** Form versions that could be read, so that a line of a former failure is taken back once. */
    private final Set<String> readable = ConcurrentHashMap.newKeySet();

    PlansNaming(JdbcClient jdbc, PlanForms forms, LeftAside leftAside) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.leftAside = leftAside;
    }

    /**
     * @param placeId key of the place as {@link PlaceChoices} gave it
     * @return cases whose draft, newest submission or plan in force names the place anywhere in its answers
     */
    public List<CaseId> place(String placeId) {
        return jdbc.sql("""
                select case_id from plan.draft where jsonb_path_exists(answers, '$.** ? (@.id == $id && exists(@.designated))', jsonb_build_object('id', cast(:id as text)))
                union
                select s.case_id from plan.submission s
                where jsonb_path_exists(s.answers, '$.** ? (@.id == $id && exists(@.designated))', jsonb_build_object('id', cast(:id as text))) and
                """ + COUNTS + """
                order by case_id
                """).param("id", placeId).query((rs, n) -> new CaseId(rs.getLong(1))).list();
    }

    /**
     * @param placeId as of {@link #place}
     * @return cases whose plan in force names the place anywhere in its answers
     */
    public List<CaseId> inForce(String placeId) {
        return inForce(placeId, null);
    }

    /** Whether the plan in force of this case names the place anywhere in its answers. */
    public boolean isInForce(CaseId caseId, String placeId) {
        return !inForce(placeId, caseId.value()).isEmpty();
    }

    private List<CaseId> inForce(String placeId, Long only) {
        return jdbc.sql("""
                select f.case_id from (select distinct on (case_id) case_id, version from plan.in_force
                    where cast(:only as bigint) is null or case_id = :only order by case_id, id desc) f
                join plan.submission s on s.case_id = f.case_id and s.version = f.version
                where jsonb_path_exists(s.answers, '$.** ? (@.id == $id && exists(@.designated))', jsonb_build_object('id', cast(:id as text)))
                order by f.case_id
                """).param("id", placeId).param("only", only, java.sql.Types.BIGINT).query((rs, n) -> new CaseId(rs.getLong(1))).list();
    }

    /** @param cases whose newest submission or plan in force has it */
    @NamedInterface("versions")
    public record Named(String key, String name, List<CaseId> cases) {}

    /** The places that submitted plans point at, by name. */
    public List<Named> places() {
        return named("""
                select p ->> 'id' key, max(p ->> 'name') name, array_agg(distinct s.case_id) cases
                from plan.submission s, jsonb_path_query(s.answers, '$.** ? (exists(@.designated) && exists(@.id))') p
                where
                """ + COUNTS + """
                group by 1 order by max(p ->> 'name') collate "ja-x-icu"
                """);
    }

    /** 担当民生委員 of submitted plans, by name: the answer that each plan's own form calls so. */
    public List<Named> commissioners() {
        Map<String, List<CaseId>> byName = new TreeMap<>();
        eachForm((version, form) ->
                form.role(Role.RESIDENT_COMMISSIONER).ifPresent(field -> jdbc.sql("""
                        select distinct s.answers #>> string_to_array(:path, '/') name, s.case_id from plan.submission s
                        where s.form_version = :form and s.answers #>> string_to_array(:path, '/') <> '' and
                        """ + COUNTS + """
                        order by s.case_id
                        """).param("path", String.join("/", Answers.parts(field.pointer()))).param("form", version).query(rs -> {
                            byName.computeIfAbsent(rs.getString(1), n -> new ArrayList<>()).add(new CaseId(rs.getLong(2)));
                        })));
        return byName.entrySet().stream().map(e -> new Named(e.getKey(), e.getKey(), e.getValue())).toList();
    }

    /** The cases whose submitted plan names that 担当民生委員. */
    public List<CaseId> commissioner(String name) {
        return commissioners().stream().filter(c -> c.key().equals(name)).flatMap(c -> c.cases().stream()).toList();
    }

    /**
     * 避難支援等実施者 whom submitted plans name, found by the plan's own form.
     *
     * @param office of whose cases; null for the whole municipality
     * @param each   hears every supporter's name
     */
    public void supporters(String office, BiConsumer<CaseId, String> each) {
        eachForm((version, form) ->
            form.role(Role.SUPPORTERS).ifPresent(group -> form.role(Role.SUPPORTER_NAME).ifPresent(name -> jdbc.sql("""
                    select distinct s.case_id, supporter ->> :name from plan.submission s
                    join casefile.casefile c on c.id = s.case_id and (cast(:office as text) is null or c.office = :office)
                    cross join jsonb_array_elements(case jsonb_typeof(s.answers #> string_to_array(:path, '/'))
                        when 'array' then s.answers #> string_to_array(:path, '/') else '[]' end) supporter
                    where s.form_version = :form and supporter ->> :name <> '' and
                    """ + COUNTS).param("path", String.join("/", Answers.parts(group.pointer()))).param("name", name.key()).param("office", office)
                    .param("form", version).query(rs -> { each.accept(new CaseId(rs.getLong(1)), rs.getString(2)); }))));
    }

    /** Each form that plans were handed in with. One that cannot be read is left aside and named; the plans of the others are found. */
    private void eachForm(BiConsumer<String, PlanForm> each) {
        for (String version : jdbc.sql("select distinct form_version from plan.submission").query(String.class).list()) {
            LeftAside.Item item = LeftAside.Item.of(LeftAside.Work.READ_FORM, version);
            PlanForm form;
            try {
                form = forms.version(version);
            } catch (RuntimeException unreadable) {
                readable.remove(version);
                leftAside.keep(item, unreadable);
                continue;
            }
            if (readable.add(version)) {
                leftAside.forget(item);
            }
            each.accept(version, form);
        }
    }

    private List<Named> named(String sql) {
        return jdbc.sql(sql).query((rs, n) -> new Named(rs.getString("key"), rs.getString("name"),
                Arrays.stream((Long[]) rs.getArray("cases").getArray()).map(CaseId::new).toList())).list();
    }
}
