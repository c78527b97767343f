package jp.michishirube.plan.kept;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import jp.michishirube.casefile.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StoredForms implements KeptForms {

    private final JdbcClient jdbc;
    private final PlanJson json;

    StoredForms(JdbcClient jdbc, PlanJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Optional<JsonNode> find(String version) {
        return jdbc.sql("select schema from plan.form where version = ?").param(version).query(String.class).optional().map(json::read);
    }

    @Override
    public void keep(String version, JsonNode schema) {
        jdbc.sql("insert into plan.form (version, schema) values (?, ?::json) on conflict (version) do nothing")
                .param(version).param(schema.toString()).update();
    }

    @Override
    public void putInForce(String version) {
        jdbc.sql("""
                update plan.form set in_force_at = clock_timestamp()
                where version = ? and in_force_at is distinct from (select max(in_force_at) from plan.form)
                    or version = ? and in_force_at is null
                """).param(version).param(version).update();
    }

    @Override
    public Optional<JsonNode> lastInForce() {
        return jdbc.sql("select schema from plan.form where in_force_at is not null order by in_force_at desc limit 1").query(String.class).optional().map(json::read);
    }

    @Override
    public boolean isUsed(String version) {
        return jdbc.sql("""
                select exists (select 1 from plan.draft where form_version = :version)
                    or exists (select 1 from plan.submission where form_version = :version)
                """).param("version", version).query(Boolean.class).single();
    }

    @Override
    public void replace(String version, JsonNode schema) {
        jdbc.sql("update plan.form set schema = ?::json where version = ?").param(schema.toString()).param(version).update();
    }

    @Override
    public Optional<String> versionOf(CaseId caseId) {
        return jdbc.sql("select form_version from plan.draft where case_id = ?").param(caseId.value()).query(String.class).optional();
    }
}
