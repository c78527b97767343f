package jp.michishirube.evacuation.place;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.michishirube.organization.Person;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Uploads with their rows and problems, written in batches while the file is being read. */
@Repository
class PlaceImportStore {

    /** A file that is wrong from top to bottom need not fill the database; the count tells how many there were. */
    static final int PROBLEMS_KEPT = 5_000;
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final ObjectMapper json;

    PlaceImportStore(JdbcClient jdbc, JdbcTemplate batch, ObjectMapper json) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.json = json;
    }

    long begin(Instant at, Person by, String fileName) {
        return jdbc.sql("""
                insert into evacuation.place_import (at, by_id, by_name, file_name, shelter, row_count, foreign_rows, taken, problems)
                values (?, ?, ?, ?, false, 0, 0, 0, 0) returning id
                """).params(Timestamp.from(at), by.id(), by.name(), fileName).query(Long.class).single();
    }

    void counted(long id, PlaceList.Counts counts) {
        jdbc.sql("update evacuation.place_import set shelter = ?, row_count = ?, foreign_rows = ?, taken = ?, problems = ? where id = ?")
                .params(counts.shelters(), counts.rows(), counts.foreign(), counts.taken(), counts.problems(), id).update();
    }

    void applied(long id, Instant at) {
        jdbc.sql("update evacuation.place_import set applied_at = ? where id = ?").params(Timestamp.from(at), id).update();
        jdbc.sql("delete from evacuation.place_import_row where import_id = ?").param(id).update();
    }

    /** @param lock held until the transaction ends, so that a preview is confirmed once */
    Optional<PlaceImport> find(long id, boolean lock) {
        return jdbc.sql("select id, at, by_name, file_name, shelter, row_count, foreign_rows, taken, problems, applied_at"
                        + " from evacuation.place_import where id = ?" + (lock ? " for update" : ""))
                .param(id).query(PlaceImport.class).optional();
    }

    List<PlaceImport> recent() {
        return jdbc.sql("select id, at, by_name, file_name, shelter, row_count, foreign_rows, taken, problems, applied_at"
                + " from evacuation.place_import order by id desc limit 10").query(PlaceImport.class).list();
    }

    List<RowProblem> problems(long id) {
        return jdbc.sql("select line, col as \"column\", reason, value, refused from evacuation.place_import_problem where import_id = ? order by seq")
                .param(id).query(RowProblem.class).list();
    }

    List<Place> places(long id) {
        return jdbc.sql("select place from evacuation.place_import_row where import_id = ? order by seq").param(id)
                .query((rs, n) -> read(rs.getString(1))).list();
    }

    Writer writer(long id) {
        return new Writer(id);
    }

    /** Collects rows and problems and writes them in batches; {@link #close} writes the rest. */
    final class Writer implements AutoCloseable {

        private final long id;
        private final List<Object[]> places = new ArrayList<>();
        private final List<Object[]> problems = new ArrayList<>();
        private long placeSeq;
        private long problemSeq;

        private Writer(long id) {
            this.id = id;
        }

        void place(Place place) {
            places.add(new Object[] {id, placeSeq++, write(place)});
            if (places.size() == BATCH) {
                flushPlaces();
            }
        }

        void problem(RowProblem p) {
            if (problemSeq < PROBLEMS_KEPT) {
                problems.add(new Object[] {id, problemSeq++, p.line(), p.column(), p.reason(), p.value(), p.refused()});
                if (problems.size() == BATCH) {
                    flushProblems();
                }
            }
        }

        @Override
        public void close() {
            flushPlaces();
            flushProblems();
        }

        private void flushPlaces() {
            batch.batchUpdate("insert into evacuation.place_import_row (import_id, seq, place) values (?, ?, ?::jsonb)", places);
            places.clear();
        }

        private void flushProblems() {
            batch.batchUpdate("insert into evacuation.place_import_problem (import_id, seq, line, col, reason, value, refused)"
                    + " values (?, ?, ?, ?, ?, ?, ?)", problems);
            problems.clear();
        }
    }

    private String write(Place place) {
        try {
            return json.writeValueAsString(place).replace("\\u0000", "");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Place read(String value) {
        try {
            return json.readValue(value, Place.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
