package jp.michishirube.sharing.pool;

import java.util.List;
import jp.michishirube.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows entries of the pool; each reading leaves its line. */
@Component
class ReadVolunteers {

    private final Volunteers volunteers;
    private final VolunteerLines lines;

    ReadVolunteers(Volunteers volunteers, VolunteerLines lines) {
        this.volunteers = volunteers;
        this.lines = lines;
    }

    int count(Volunteers.Filter filter) {
        return volunteers.count(filter);
    }

    @Transactional
    List<Volunteer> page(Volunteers.Filter filter, int page, int size) {
        List<Volunteer> rows = volunteers.page(filter, page, size);
        lines.add(VolunteerLines.What.LISTED, rows.stream().map(Volunteer::id).toList(), null);
        return rows;
    }

    /** @throws Problem {@code volunteer-not-found} (404) */
    @Transactional
    Volunteer one(long id) {
        Volunteer found = volunteers.find(id).orElseThrow(() -> Problem.notFound("volunteer-not-found"));
        lines.add(VolunteerLines.What.READ, List.of(id), null);
        return found;
    }
}
