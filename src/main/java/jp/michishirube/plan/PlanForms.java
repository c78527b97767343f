package jp.michishirube.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.municipality.Folders;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.plan.form.FormReader;
import jp.michishirube.plan.form.PlanForm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * The plan forms of this municipality: the one in force, and every one that some case began with.
 *
 * <p>The file is looked at again when it changes, so that a form in the override folder takes effect without a restart. A file with
 * mistakes is not taken: the last good one stays, and the log names what is wrong. Nor is one that asks something else under the
 * {@code x-version} of a form that plans were made with: what they were asked must stay known.
 */
@Component
public class PlanForms {

    private static final Logger LOG = LoggerFactory.getLogger(PlanForms.class);
    private static final long LOOK_AGAIN_AFTER_MILLIS = 2_000;

    private final Folders folders;
    private final Municipality municipality;
    private final KeptForms kept;
    private final ObjectMapper mapper;
    private final Map<String, PlanForm> byVersion = new ConcurrentHashMap<>();
    private volatile PlanForm current;
    private volatile long lookedAt;
    private volatile long stamp = -1;

    PlanForms(Folders folders, Municipality municipality, KeptForms kept, ObjectMapper mapper) {
        this.folders = folders;
        this.municipality = municipality;
        this.kept = kept;
        this.mapper = mapper;
    }

    /**
     * The form that new plans begin with.
     *
     * @throws IllegalStateException naming the first mistakes, when there has never been a good form
     */
    public PlanForm current() {
        if (current == null || System.currentTimeMillis() - lookedAt > LOOK_AGAIN_AFTER_MILLIS) {
            look();
        }
        return current;
    }

    /** @throws IllegalArgumentException when no such version was ever used here */
    public PlanForm version(String version) {
        PlanForm now = current();
        if (now.version().equals(version)) {
            return now;
        }
        return byVersion.computeIfAbsent(version, v -> kept.find(v).map(schema -> FormReader.read(municipality.code(), schema, new ArrayList<>()))
                .orElseThrow(() -> new IllegalArgumentException("no form version " + v)));
    }

    /** The form of the case's plan: the one it began with; the current one before it began. */
    public PlanForm of(CaseId caseId) {
        return kept.versionOf(caseId).map(this::version).orElseGet(this::current);
    }

    private synchronized void look() {
        String path = "forms/" + municipality.code() + "/plan.schema.json";
        Resource file = folders.get(path);
        lookedAt = System.currentTimeMillis();
        try {
            long modified = file.lastModified() + file.contentLength();
            if (current != null && modified == stamp) {
                return;
            }
            String text = file.getContentAsString(StandardCharsets.UTF_8);
            List<FormReader.Mistake> mistakes = new ArrayList<>();
            PlanForm read = read(text, mistakes);
            if (mistakes.isEmpty()) {
                use(read, modified);
            } else if (current == null) {
                throw new IllegalStateException(path + ": " + mistakes.get(0).pointer() + " " + mistakes.get(0).reason()
                        + " (" + mistakes.size() + " mistakes; run check-forms)");
            } else {
                stamp = modified;
                LOG.error("{} is not taken, the form before stays: {}", path, mistakes);
            }
        } catch (IOException e) {
            if (current == null) {
                throw new IllegalStateException(path + " cannot be read", e);
            }
            LOG.error("{} cannot be read, the form before stays: {}", path, e.getMessage());
        }
    }

    private PlanForm read(String text, List<FormReader.Mistake> mistakes) {
        try {
            JsonNode schema = mapper.readTree(text);
            return FormReader.read(municipality.code(), schema, mistakes);
        } catch (IOException e) {
            mistakes.add(new FormReader.Mistake("", "is no JSON: " + e.getMessage()));
            return null;
        }
    }

    private void use(PlanForm read, long modified) {
        stamp = modified;
        JsonNode sameName = kept.find(read.version()).orElse(null);
        // As texts: the order of the questions is part of the form.
        if (sameName == null) {
            kept.keep(read.version(), read.schema());
        } else if (!sameName.toString().equals(read.schema().toString())) {
            if (kept.isUsed(read.version())) {
                LOG.error("forms/{}/plan.schema.json is not taken: it was changed, but plans were made with its x-version \"{}\"; "
                        + "give it a new x-version. The form before stays.", municipality.code(), read.version());
                current = current == null ? FormReader.read(municipality.code(), sameName, new ArrayList<>()) : current;
                return;
            }
            kept.replace(read.version(), read.schema());
        }
        byVersion.put(read.version(), read);
        current = read;
    }
}
