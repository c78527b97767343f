package jp.michishirube.evacuation.danger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.michishirube.door.PlainTime;
import jp.michishirube.evacuation.hazard.DangerKind;
import jp.michishirube.evacuation.hazard.EvacuationPolicy;
import jp.michishirube.evacuation.hazard.MunicipalArea;
import jp.michishirube.evacuation.hazard.Position;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import jp.michishirube.upload.UploadJudge;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Posts a danger spot; it counts at once or after the city's confirmation, as the municipality's policy says of the poster's role. */
@Service
public class PostDangerSpot {

    static final int NOTE_LENGTH = 500;
    private final DangerSpots spots;
    private final MunicipalArea area;
    private final EvacuationPolicy policy;
    private final WhoAmI whoAmI;
    private final UploadJudge judge;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    PostDangerSpot(DangerSpots spots, MunicipalArea area, Municipality municipality, WhoAmI whoAmI, UploadJudge judge, Clock clock,
            ApplicationEventPublisher events) {
        this.spots = spots;
        this.area = area;
        this.policy = municipality.section("evacuation", EvacuationPolicy.class);
        this.whoAmI = whoAmI;
        this.judge = judge;
        this.clock = clock;
        this.events = events;
    }

    boolean may(Person person) {
        return person.roles().stream().anyMatch(policy.dangerPosters()::contains);
    }

    /**
     * @param lat       degrees; null when no point was set
     * @param radius    metres, 5 to 500
     * @param untilDate last day; null for the policy's usual term
     * @param photo     as the camera gave it; null without
     * @throws Problem {@code danger-not-yours} (403), {@code danger-invalid} (422) with the fields, {@code position-…}, {@code photo-…}
     */
    @Transactional
    public DangerSpot post(DangerKind kind, Double lat, Double lon, int radius, String note, LocalDate fromDate, LocalDate untilDate, byte[] photo) {
        Person me = whoAmI.me();
        if (!may(me)) {
            throw Problem.forbidden("danger-not-yours");
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate from = fromDate == null ? today : fromDate;
        if (!PlainTime.is(from)) {
            throw Problem.invalid("danger-invalid", List.of(new FieldProblem("fromDate", "danger-date")));
        }
        LocalDate until = untilDate == null ? from.plusDays(policy.dangerDays()) : untilDate;
        String text = note == null ? "" : note.strip().replaceAll("[\\p{Cntrl}&&[^\\n]]", "");
        check(kind, lat, lon, radius, text, from, until, today);
        Position position = area.checked(lat, lon);
        byte[] jpeg = photo == null || photo.length == 0 ? null : DangerPhoto.shrunk(judge, photo);
        DangerSpot.State state = me.roles().stream().anyMatch(policy.dangerAtOnce()::contains) ? DangerSpot.State.SHOWN : DangerSpot.State.WAITING;
        DangerSpot spot = spots.add(new DangerSpot(0, kind, position, radius, text, null, from, until, state, clock.instant(), me.id(), me.name()), jpeg);
        spots.happened(spot.id(), clock.instant(), me.name(), "POSTED", "");
        if (state == DangerSpot.State.SHOWN) {
            events.publishEvent(new DangerSpotChanged(spot.id(), true));
        }
        return spot;
    }

    private static void check(DangerKind kind, Double lat, Double lon, int radius, String note, LocalDate from, LocalDate until, LocalDate today) {
        List<FieldProblem> wrong = new ArrayList<>();
        if (kind == null) {
            wrong.add(new FieldProblem("kind", "danger-kind"));
        }
        if (lat == null || lon == null) {
            wrong.add(new FieldProblem("lat", "danger-position"));
        }
        if (radius < 5 || radius > 500) {
            wrong.add(new FieldProblem("radius", "danger-radius"));
        }
        if (note.length() > NOTE_LENGTH) {
            wrong.add(new FieldProblem("note", "danger-note", NOTE_LENGTH));
        }
        if (until.isBefore(from) || until.isBefore(today) || until.isAfter(today.plusYears(10))) {
            wrong.add(new FieldProblem("untilDate", "danger-period"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("danger-invalid", wrong);
        }
    }
}
