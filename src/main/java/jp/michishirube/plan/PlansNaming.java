package jp.michishirube.plan;

import java.util.List;
import jp.michishirube.casefile.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the plans that point at something of the municipality's lists, so that their offices can be told when it changes. */
@Repository
public class PlansNaming {

    private final JdbcClient jdbc;

    PlansNaming(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param placeId key of the place as {@link PlaceChoices} gave it
     * @return cases whose draft or newest submission names the place anywhere in its answers
     */
    public List<CaseId> place(String placeId) {
        return jdbc.sql("""
                select case_id from plan.draft where jsonb_path_exists(answers, '$.** ? (@.id == $id && exists(@.designated))', jsonb_build_object('id', cast(:id as text)))
                union
                select s.case_id from plan.submission s
                where s.version = (select max(n.version) from plan.submission n where n.case_id = s.case_id)
                  and jsonb_path_exists(s.answers, '$.** ? (@.id == $id && exists(@.designated))', jsonb_build_object('id', cast(:id as text)))
                order by case_id
                """).param("id", placeId).query((rs, n) -> new CaseId(rs.getLong(1))).list();
    }
}
