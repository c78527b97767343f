package jp.michishirube.evacuation.place;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import jp.michishirube.evacuation.hazard.EvacuationPolicy;
import jp.michishirube.evacuation.hazard.MunicipalArea;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a list of evacuation sites or shelters in two steps: a dry run that changes nothing and tells every wrong row, then the
 * confirmation. A place known by its common ID is updated, one that the list leaves out vanishes if the officer says so.
 */
@Service
public class ImportPlaces {

    private final PlaceStore places;
    private final PlaceImportStore imports;
    private final PlaceHistory history;
    private final Municipality municipality;
    private final MunicipalArea area;
    private final WhoAmI whoAmI;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ImportPlaces(PlaceStore places, PlaceImportStore imports, PlaceHistory history, Municipality municipality, MunicipalArea area,
            WhoAmI whoAmI, Clock clock, ApplicationEventPublisher events) {
        this.places = places;
        this.imports = imports;
        this.history = history;
        this.municipality = municipality;
        this.area = area;
        this.whoAmI = whoAmI;
        this.clock = clock;
        this.events = events;
    }

    /** @param problems the first {@value PlaceImportStore#PROBLEMS_KEPT}, in the file's order */
    public record Preview(PlaceImport upload, PlaceDifference difference, List<RowProblem> problems) {}

    /**
     * Reads the file once, in bounded memory, and keeps what it found for the confirmation.
     *
     * @return key of the upload
     * @throws Problem {@code place-file-…} when the file as a whole is no place list, or has no place of this municipality
     */
    @Transactional
    public long dryRun(Path file, String fileName) {
        EvacuationPolicy policy = municipality.section("evacuation", EvacuationPolicy.class);
        long id = imports.begin(clock.instant(), whoAmI.orProcess(), fileName);
        PlaceList list = new PlaceList(new OwnMunicipality(municipality.code(), municipality.name(), policy.wardCodes()));
        try (PlaceImportStore.Writer writer = imports.writer(id)) {
            PlaceList.Counts counts = list.read(file, place -> {
                writer.place(place);
                if (place.position() != null && !area.contains(place.position())) {
                    writer.problem(RowProblem.leavingOut(0, "", "position-outside-municipality", place.name()));
                }
            }, writer::problem);
            if (counts.rows() > 0 && counts.rows() == counts.foreign()) {
                throw Problem.badRequest("place-file-foreign", municipality.name());
            }
            imports.counted(id, counts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return id;
    }

    /** @throws Problem {@code place-import-not-found} */
    @Transactional(readOnly = true)
    public Preview preview(long id) {
        PlaceImport upload = imports.find(id, false).orElseThrow(() -> Problem.notFound("place-import-not-found"));
        return new Preview(upload, PlaceDifference.between(places.all(upload.shelter()), imports.places(id)), imports.problems(id));
    }

    /**
     * @param retireMissing places that the list leaves out leave the municipality's list; false for a list of some places only
     * @throws Problem {@code place-import-done} (409) when it was confirmed before
     */
    @Transactional
    public PlaceDifference confirm(long id, boolean retireMissing) {
        PlaceImport upload = imports.find(id, true).orElseThrow(() -> Problem.notFound("place-import-not-found"));
        if (upload.appliedAt() != null) {
            throw Problem.conflict("place-import-done");
        }
        Instant now = clock.instant();
        PlaceDifference difference = PlaceDifference.between(places.all(upload.shelter()), imports.places(id));
        places.insert(difference.added());
        places.update(difference.changed().stream().map(PlaceDifference.Changed::after).toList());
        if (retireMissing) {
            places.vanish(difference.vanished(), now);
        }
        history.record(id, now, difference, retireMissing);
        imports.applied(id, now);
        difference.lost().forEach(l -> events.publishEvent(new PlaceLost(l.place().id(), l.hazard())));
        if (retireMissing) {
            difference.vanished().forEach(p -> events.publishEvent(new PlaceLost(p.id(), null)));
        }
        return difference;
    }
}
