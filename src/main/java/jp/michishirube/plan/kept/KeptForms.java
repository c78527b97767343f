package jp.michishirube.plan.kept;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import jp.michishirube.casefile.CaseId;

/** Keeps the text of every form version in use: the folder holds only the newest. */
interface KeptForms {

    Optional<JsonNode> find(String version);

    void keep(String version, JsonNode schema);

    /** New plans begin with it from now on. */
    void putInForce(String version);

    /** The form that new plans began with last. */
    Optional<JsonNode> lastInForce();

    /** Whether a plan was begun or handed in with it. */
    boolean isUsed(String version);

    void replace(String version, JsonNode schema);

    Optional<String> versionOf(CaseId caseId);
}
