package jp.michishirube.evacuation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import jp.michishirube.municipality.Folders;
import jp.michishirube.municipality.Municipality;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Loads what the municipality's folder brings for a first look: {@code places.csv} and {@code shelters.csv}. Does nothing when places
 * are there already, so that calling it at each start is harmless.
 */
@Service
public class LoadDemoPlaces {

    private final Folders folders;
    private final Municipality municipality;
    private final ImportPlaces importPlaces;
    private final Places places;

    LoadDemoPlaces(Folders folders, Municipality municipality, ImportPlaces importPlaces, Places places) {
        this.folders = folders;
        this.municipality = municipality;
        this.importPlaces = importPlaces;
        this.places = places;
    }

    @Transactional
    public void load() {
        if (places.isEmpty()) {
            folders.find("forms/" + municipality.code() + "/places.csv").ifPresent(this::load);
            folders.find("forms/" + municipality.code() + "/shelters.csv").ifPresent(this::load);
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
