package jp.michishirube.plan.kept;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.municipality.Folders;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.FormReader;
import jp.michishirube.plan.form.OldForms;
import jp.michishirube.plan.form.PlanForm;
import jp.michishirube.plan.form.RoleDemands;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/**
 * The plan forms of this municipality: the one in force, and every one that some case began with.
 *
 * <p>The file is looked at again when it changes, so that a form in the override folder takes effect without a restart. A file with
 * mistakes is not taken: the last good one stays, and the log names what is wrong. Nor is one that asks something else under the
 * {@code x-version} of a form that plans were made with: what they were asked must stay known.
 */
@Component
@NamedInterface("kept")
public class PlanForms implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(PlanForms.class);
    private static final long LOOK_AGAIN_AFTER_MILLIS = 2_000;

    private final Folders folders;
    private final Municipality municipality;
    private final KeptForms kept;
    private final ObjectReader strict;
    private final RoleDemands.Policies policies;
    private final Map<String, PlanForm> byVersion = new ConcurrentHashMap<>();
    private volatile PlanForm current;
    private volatile long lookedAt;
    private volatile long stamp = -1;

    PlanForms(Folders folders, Municipality municipality, KeptForms kept, ObjectMapper mapper) {
        this.folders = folders;
        this.municipality = municipality;
        this.kept = kept;
        this.strict = mapper.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
        this.policies = FormPolicies.of(municipality);
    }

    /** A form with mistakes is known at the start, not at the first page: with a good one from before the start goes on, else it is refused. */
    @Override
    public void afterSingletonsInstantiated() {
        current();
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
        return byVersion.computeIfAbsent(version, v -> kept.find(v).map(this::stored)
                .orElseThrow(() -> new IllegalArgumentException("no form version " + v)));
    }

    /** The form of the case's plan: the one it began with; the current one before it began. */
    public PlanForm of(CaseId caseId) {
        return kept.versionOf(caseId).map(this::version).orElseGet(this::current);
    }

    /** The plan, being written or handed in, in the context of the form that it answers. */
    public FilledPlan filled(Answered plan) {
        return FilledPlan.of(version(plan.formVersion()), plan.answers());
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
            } else {
                stamp = modified;
                notTaken(path + ": " + mistakes.get(0).pointer() + " " + mistakes.get(0).reason() + " (" + mistakes.size() + " mistakes; run check-forms)");
            }
        } catch (IOException e) {
            notTaken(path + " cannot be read: " + e.getMessage());
        }
    }

    /** Plans that were made must stay readable, and new ones begin with what was asked last. */
    private void notTaken(String why) {
        if (current == null) {
            current = kept.lastInForce().map(this::stored).orElseThrow(() -> new IllegalStateException(why));
        }
        LOG.error("{}. It is not taken; the form before, {}, stays", why, current.version());
    }

    private PlanForm stored(JsonNode schema) {
        PlanForm form = FormReader.read(municipality.code(), OldForms.withRoles(schema), new ArrayList<>());
        if (form.sections().isEmpty()) {
            throw new IllegalStateException("a kept form has no section");
        }
        return form;
    }

    private PlanForm read(String text, List<FormReader.Mistake> mistakes) {
        try {
            JsonNode schema = strict.readTree(text);
            PlanForm form = FormReader.read(municipality.code(), schema, mistakes);
            if (mistakes.isEmpty()) {
                mistakes.addAll(RoleDemands.mistakes(form, policies));
            }
            return form;
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
        } else if (OldForms.askTheSame(sameName, read.schema())) {
            // Roles and nothing else may come to a form that plans were made with.
            if (!sameName.equals(read.schema())) {
                kept.replace(read.version(), read.schema());
            }
        } else {
            if (kept.isUsed(read.version())) {
                LOG.error("forms/{}/plan.schema.json is not taken: it was changed, but plans were made with its x-version \"{}\"; "
                        + "give it a new x-version. The form before stays.", municipality.code(), read.version());
                // What plans were made with under that name is what is in force.
                current = current == null ? stored(sameName) : current;
                return;
            }
            kept.replace(read.version(), read.schema());
        }
        byVersion.put(read.version(), read);
        kept.putInForce(read.version());
        current = read;
    }
}
