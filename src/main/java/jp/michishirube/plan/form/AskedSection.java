package jp.michishirube.plan.form;

import java.util.List;
import java.util.stream.Stream;

/**
 * A section of the form over the answers of one plan.
 *
 * @param applies   its condition holds
 * @param questions in the order of the form; groups carry their rows
 */
public record AskedSection(FormSection section, boolean applies, List<AskedQuestion> questions) {

    public Address address() {
        return Address.ofSection(section.key());
    }

    /** The questions whose conditions hold; none where the section does not apply. */
    public Stream<AskedQuestion> asked() {
        return questions.stream().filter(AskedQuestion::applies);
    }
}
