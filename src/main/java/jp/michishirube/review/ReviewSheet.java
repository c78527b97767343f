package jp.michishirube.review;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.michishirube.plan.form.Address;
import jp.michishirube.plan.versions.Change;
import jp.michishirube.plan.form.FormField;

/**
 * A submission as those who check it read it: every field with where its value came from, what changed since the version compared
 * with, and the remarks on it.
 *
 * @param compared version compared with; 0 for none
 * @param changes  all of them in the form's order, with rows that went
 * @param placeMaps maps of changed places by their address, as the map script reads them
 * @param lost     remarks whose field this submission does not have any more
 */
record ReviewSheet(int version, int compared, List<Section> sections, List<Change> changes, Map<String, String> placeMaps, List<Remark> lost) {

    /**
     * @param city   the city itself fills it
     * @param items  what is to be read
     * @param blanks fields without an answer of which there is nothing to say; their labels name the row too
     */
    record Section(String pointer, String title, boolean city, List<Item> items, List<Item> blanks, List<Remark> remarks, boolean changed) {

        public String id() {
            return ReviewSheet.id(pointer);
        }

        /** Whether there is something to look at: all of a first version, of a later one what changed or is being remarked on. */
        public boolean opens(int compared, int version, String typingAt) {
            return compared == 0 || changed || typingAt != null && Address.covers(pointer, typingAt)
                    || Stream.concat(remarks.stream(), items.stream().flatMap(i -> i.remarks().stream()))
                            .anyMatch(r -> r.version() == version || !r.state().isAnswered());
        }

        /** Remarks that are not closed: those there is still something to say of. */
        public long remarkCount() {
            return Stream.concat(remarks.stream(), items.stream().flatMap(i -> i.remarks().stream())).filter(r -> r.state() != RemarkState.CLOSED).count();
        }

        /** Whether the remark being written is on one of the blanks. */
        public boolean asks(String typingAt) {
            return blanks.stream().anyMatch(b -> b.pointer().equals(typingAt));
        }
    }

    /**
     * @param head     the heading of a row of a repeated group, without a value of its own
     * @param field    null for a row's heading
     * @param badge    where the value came from; null for typed or empty
     * @param change   null when the same as in the version compared with
     * @param findings sentences of the automatic checks
     */
    record Item(
            String pointer, String label, boolean head, FormField field, String value, Badge badge, Change change, List<Remark> remarks,
            List<String> findings) {

        public String id() {
            return ReviewSheet.id(pointer);
        }

        boolean isBlank() {
            return !head && value.isEmpty() && change == null && remarks.isEmpty() && findings.isEmpty();
        }

        Item named(String label) {
            return new Item(pointer, label, head, field, value, badge, change, remarks, findings);
        }

        public boolean takesProposal() {
            return field != null && Addresses.takesProposal(field);
        }
    }

    /**
     * @param css    {@code linked} or {@code edited}
     * @param holder message key of the holder's name
     * @param asOf   day of the value as the holder had it; empty when unknown
     */
    record Badge(String css, String holder, String asOf, String original) {}

    Stream<Item> items() {
        return sections.stream().flatMap(s -> s.items().stream());
    }

    static String id(String pointer) {
        return "f" + pointer.replace('/', '-');
    }
}
