package jp.michishirube.consent.rule;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;

/** Values as the PostgreSQL driver wants them. */
public final class Sql {

    private Sql() {}

    public static Timestamp time(Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    public static String[] names(Set<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().toArray(String[]::new);
    }
}
