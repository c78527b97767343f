package jp.michishirube.review;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.List;
import jp.michishirube.municipality.Folders;
import jp.michishirube.municipality.Municipality;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Reusable wordings of the municipality's reviewers ({@code forms/<code>/phrases.yaml}); none when there is no such file. */
@Component
class Phrases {

    private final List<Phrase> all;

    Phrases(Folders folders, Municipality municipality) {
        String path = "forms/" + municipality.code() + "/phrases.yaml";
        this.all = folders.find(path).map(file -> read(path, file)).orElse(List.of());
    }

    /** @param section key of the form's section it is meant for; null for any */
    record Phrase(RemarkKind kind, String section, String text) {}

    List<Phrase> all() {
        return all;
    }

    private static List<Phrase> read(String path, Resource file) {
        try (var in = file.getInputStream()) {
            return List.copyOf(new ObjectMapper(new YAMLFactory()).readValue(in, new TypeReference<List<Phrase>>() {}));
        } catch (IOException e) {
            throw new IllegalStateException(path + " is no list of kind, section and text: " + e.getMessage(), e);
        }
    }
}
