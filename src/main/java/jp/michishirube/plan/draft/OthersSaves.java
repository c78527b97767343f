package jp.michishirube.plan.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.michishirube.plan.form.Address;
import jp.michishirube.plan.form.Answers;

/** What others saved since the page was shown that a person now saves from. */
final class OthersSaves {

    private final Map<String, Drafts.LoggedSave> byAddress = new LinkedHashMap<>();
    private final Map<String, JsonNode> values = new LinkedHashMap<>();

    OthersSaves(List<Drafts.LoggedSave> since, ObjectNode answers) {
        for (Drafts.LoggedSave save : since) {
            save.changes().fieldNames().forEachRemaining(a -> byAddress.put(a, save));
        }
        byAddress.keySet().forEach(a -> values.put(a, DraftEdit.orNull(Answers.get(answers, a))));
    }

    /** What they left, by address, for the page to show. */
    Map<String, JsonNode> values() {
        return values;
    }

    /** The save that a change at this address would undo: of the same answer, of something in it, or one that took away what it is in. */
    Optional<Drafts.LoggedSave> meeting(String address, ObjectNode answers) {
        return byAddress.entrySet().stream().filter(theirs -> Address.covers(address, theirs.getKey())
                || Address.covers(theirs.getKey(), address) && Answers.get(answers, theirs.getKey()) == null).map(Map.Entry::getValue).findFirst();
    }
}
