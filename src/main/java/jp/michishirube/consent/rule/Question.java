package jp.michishirube.consent.rule;

import java.time.Instant;
import java.util.Set;

record Question(Party party, Set<String> fields, Purpose purpose, Instant now) {

    boolean isComplete() {
        return party != null && party.kind() != null && purpose != null && now != null && fields != null && !fields.isEmpty()
                && !(party.kind() == Party.Kind.SUPPORTER && party.key() == null);
    }
}
