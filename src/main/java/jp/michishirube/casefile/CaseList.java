package jp.michishirube.casefile;

import java.util.List;
import jp.michishirube.organization.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists cases for programs, by id order: pages stay stable while new cases come. */
@Repository
class CaseList {

    private final JdbcClient jdbc;

    CaseList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param after last id of the page before; 0 for the first page
     * @param state null for all
     * @param office null for all; an office's own people see theirs whatever they ask for
     */
    List<CaseFile> page(Person asker, String state, String office, long after, int size) {
        String own = asker.system() || asker.isCity() ? office : asker.office();
        return jdbc.sql(JdbcCaseFiles.SELECT + """
                 where c.id > :after and (cast(:state as text) is null or c.state = :state)
                   and (cast(:office as text) is null or c.office = :office) order by c.id limit :size
                """).param("after", after).param("state", state).param("office", own).param("size", size)
                .query((rs, n) -> JdbcCaseFiles.row(rs)).list();
    }
}
