package jp.michishirube.evacuation.place;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import jp.michishirube.evacuation.hazard.HazardKind;
import jp.michishirube.evacuation.hazard.LoadHazardAreas;
import jp.michishirube.municipality.Folders;
import jp.michishirube.municipality.Municipality;
import org.springframework.core.io.Resource;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Loads what the municipality's folder brings: {@code places.csv} and {@code shelters.csv} when no place is known yet, and the hazard
 * maps {@code hazards/*.geojson}, each under its file's name. The same files again change nothing, so that calling it at each start is
 * harmless.
 */
@Service
@NamedInterface("demo-places")
public class LoadDemoPlaces {

    private static final long MOST_HAZARD_BYTES = 50L << 20;

    private final Folders folders;
    private final Municipality municipality;
    private final ImportPlaces importPlaces;
    private final Places places;
    private final LoadHazardAreas loadHazardAreas;

    LoadDemoPlaces(Folders folders, Municipality municipality, ImportPlaces importPlaces, Places places, LoadHazardAreas loadHazardAreas) {
        this.folders = folders;
        this.municipality = municipality;
        this.importPlaces = importPlaces;
        this.places = places;
        this.loadHazardAreas = loadHazardAreas;
    }

    @Transactional
    public void load() {
        if (places.isEmpty()) {
            folders.find("forms/" + municipality.code() + "/places.csv").ifPresent(this::load);
            folders.find("forms/" + municipality.code() + "/shelters.csv").ifPresent(this::load);
        }
        folders.list("forms/" + municipality.code() + "/hazards", ".geojson").forEach(this::loadHazards);
    }

    private void loadHazards(String fileName, Resource resource) {
        String name = fileName.replaceFirst("\\.geojson$", "");
        HazardKind usual = HazardKind.of(name).orElse(HazardKind.FLOOD);
        try (var in = resource.getInputStream()) {
            loadHazardAreas.load(usual.lawName(), usual, municipality.name(), in, MOST_HAZARD_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void load(Resource resource) {
        try {
            Path copy = Files.createTempFile("places", ".csv");
            try (var in = resource.getInputStream()) {
                Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
                importPlaces.confirm(importPlaces.dryRun(copy, resource.getFilename()), true);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
