package jp.michishirube.consent.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 説明文: what a person is told before deciding, from {@code forms/<code>/notices/<id>.v<version>.<language>.md}.
 *
 * @param sha256 of the file's text, recorded with each decision
 * @param body   Markdown, with furigana as {@code {避難|ひなん}}
 */
public record Notice(NoticeRef ref, String sha256, String source, Terms terms, String body) {

    /**
     * The file's head, for the machine to keep to what the text says.
     *
     * @param purposes      more than one only in a combined notice
     * @param items         data items; see {@link Items}
     * @param linkedItems   data items of other holders, which the person may leave out; they are items too
     * @param recipients    to whom; the person may choose among them
     * @param provider      whose data (holder)
     * @param receiver      who gets it
     * @param controller    管理者 responsible
     * @param retention     how long, in words
     * @param readerGround  on what the reader's use rests
     * @param withdrawal    how to take it back, in words
     * @param from          first day of use
     * @param material      whether it changes the substance, so that older consents must be renewed
     */
    public record Terms(
            String title, List<Purpose> purposes, Set<String> items, Set<String> linkedItems, Set<Party.Kind> recipients,
            String provider, String receiver, String controller, String retention, ReaderGround readerGround, String withdrawal,
            LocalDate from, boolean material) {

        public Terms {
            if (title == null || purposes == null || purposes.isEmpty() || items == null || items.isEmpty() || recipients == null
                    || recipients.isEmpty() || provider == null || receiver == null || controller == null || retention == null
                    || readerGround == null || withdrawal == null || from == null) {
                throw new IllegalArgumentException("a notice must name title, purposes, items, recipients, provider, receiver, "
                        + "controller, retention, readerGround, withdrawal and from");
            }
            purposes = List.copyOf(purposes);
            linkedItems = linkedItems == null ? Set.of() : Set.copyOf(linkedItems);
            items = Stream.concat(items.stream(), linkedItems.stream()).collect(Collectors.toUnmodifiableSet());
            recipients = Set.copyOf(recipients);
        }
    }

    /** On what the reader's use of data rests, where the reader is not the one who consents (indirect benefit). */
    public enum ReaderGround { LAW_OR_ORDINANCE, ACCEPTED_PRACTICE, TERMS_OF_SERVICE }

    /** A combined notice asks for several purposes but stretches none: each gets its own recipients. */
    public Set<Party.Kind> recipientsFor(Purpose purpose) {
        return terms.recipients().stream().filter(purpose::reaches).collect(Collectors.toUnmodifiableSet());
    }

    /** Holders' data are received to make the plan; they are not given on. */
    public Set<String> itemsFor(Purpose purpose) {
        return terms.items().stream().filter(i -> !purpose.gives() || !terms.linkedItems().contains(i))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Recipients among whom the person may choose. */
    public Set<Party.Kind> choosable() {
        return terms.purposes().stream().filter(Purpose::gives).flatMap(p -> recipientsFor(p).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the text came into use only after that moment. */
    public boolean isAfter(Instant moment) {
        return moment.isBefore(terms.from().atStartOfDay(Notices.JAPAN).toInstant());
    }

    boolean asks(Set<Purpose> wanted) {
        return Set.copyOf(terms.purposes()).equals(wanted);
    }
}
