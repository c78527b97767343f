package jp.michishirube.safety.telegram;

import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The weather office's Atom feed (RFC 4287; 気象庁防災情報XML, PULL型): which telegrams there are. */
public final class ReadFeed {

    /** The feed of several days has some MB. */
    private static final int LARGEST = 16 << 20;
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String ENTRY = "feed/entry";

    private ReadFeed() {}

    /**
     * @param title as the telegram's own {@code Control/Title}
     * @param href  where the telegram lies
     */
    public record Entry(String title, Instant updated, String href) {}

    /**
     * Entries that cannot be read are left out and counted.
     *
     * @param unread how many say neither title nor place
     */
    public record Feed(List<Entry> entries, int unread) {}

    /** @throws TelegramRefused for what is no feed */
    public static Feed read(InputStream in) {
        Visitor visitor = new Visitor();
        WalkXml.walk(in, LARGEST, visitor);
        return new Feed(List.copyOf(visitor.entries), visitor.unread);
    }

    private static final class Visitor implements WalkXml.Visitor {

        private final List<Entry> entries = new ArrayList<>();
        private int unread;
        private String title = "";
        private String updated = "";
        private String href = "";

        @Override
        public void begin(String path, String namespace, UnaryOperator<String> attribute) {
            if (!path.contains("/") && !(path.equals("feed") && namespace.equals(ATOM))) {
                throw new TelegramRefused(TelegramRefused.Why.NO_TELEGRAM);
            }
            if (path.equals(ENTRY)) {
                title = "";
                updated = "";
                href = "";
            } else if (path.equals(ENTRY + "/link") && attribute.apply("href") != null) {
                href = attribute.apply("href");
            }
        }

        @Override
        public void end(String path, String text) {
            switch (path) {
                case ENTRY + "/title" -> title = text;
                case ENTRY + "/updated" -> updated = text;
                case ENTRY -> take();
                default -> { }
            }
        }

        private void take() {
            try {
                Instant at = OffsetDateTime.parse(updated).toInstant();
                if (!title.isEmpty() && !href.isEmpty()) {
                    entries.add(new Entry(title, at, href));
                    return;
                }
            } catch (DateTimeException e) {
                // counted below
            }
            unread++;
        }
    }
}
