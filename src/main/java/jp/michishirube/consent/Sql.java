package jp.michishirube.consent;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;

/** Values as the PostgreSQL driver wants them. */
final class Sql {

    private Sql() {}

    static Timestamp time(Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    static String[] names(Set<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().toArray(String[]::new);
    }
}
