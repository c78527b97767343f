package jp.michishirube.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Invented people with a telephone that has LINE on it, and their chat with the city's account. */
@Component
class LineUsers {

    private static final int KEPT = 200;

    /** @param fromCity else the person wrote it; @param silent did not ring */
    record Bubble(Instant at, boolean fromCity, String text, boolean silent, List<Button> buttons) {}

    /** @param data what LINE tells the account when it is pressed */
    record Button(String label, String data) {}

    /** One telephone. */
    static final class Phone {

        final String id;
        final String name;
        private final List<Bubble> chat = new ArrayList<>();
        private boolean friend;
        private boolean blocks;

        private Phone(String id, String name) {
            this.id = id;
            this.name = name;
        }

        public String getId() {
            return id;
        }

        public String getName() {
            return name;
        }

        public synchronized boolean isFriend() {
            return friend;
        }

        public synchronized boolean isBlocks() {
            return blocks;
        }

        synchronized void befriend(boolean yes) {
            friend = true;
            blocks = !yes;
        }

        /** What a blocked account sends is taken by the platform and never seen. */
        synchronized boolean add(boolean fromCity, String text, boolean silent, List<Button> buttons) {
            if (fromCity && (blocks || !friend)) {
                return false;
            }
            chat.add(new Bubble(Instant.now(), fromCity, text, silent, buttons));
            if (chat.size() > KEPT) {
                chat.remove(0);
            }
            return true;
        }

        public synchronized List<Bubble> getChat() {
            return List.copyOf(chat);
        }
    }

    private final Map<String, Phone> phones = new LinkedHashMap<>();

    LineUsers() {
        for (String name : List.of("佐々木 花", "大森 茂", "青葉自主防災会 川口", "Maria Santos")) {
            String id = "U" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString().replace("-", "");
            phones.put(id, new Phone(id, name));
        }
    }

    List<Phone> all() {
        return List.copyOf(phones.values());
    }

    Optional<Phone> of(String id) {
        return Optional.ofNullable(phones.get(id));
    }
}
