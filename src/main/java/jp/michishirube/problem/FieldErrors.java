package jp.michishirube.problem;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What a page says beside a field: the texts of {@link FieldProblem}s in the reader's language. Templates call it {@code @fieldErrors}. */
@Component("fieldErrors")
public class FieldErrors {

    private final MessageSource messages;

    FieldErrors(MessageSource messages) {
        this.messages = messages;
    }

    public String of(FieldProblem problem) {
        Locale locale = LocaleContextHolder.getLocale();
        String sentence = messages.getMessage("problem." + problem.kind(), problem.args(), problem.kind(), locale);
        return messages.getMessage("problem.field." + problem.kind(), problem.args(), sentence, locale);
    }

    /** @return the first problem's text of that field, or null for none */
    public String of(List<FieldProblem> problems, String field) {
        return Optional.ofNullable(problems).orElse(List.of()).stream().filter(p -> p.field().equals(field)).findFirst()
                .map(this::of).orElse(null);
    }

    /** @return the ids of the help and the error under a field, for {@code aria-describedby}; null when there is neither */
    public String describedBy(String id, String help, String error) {
        String ids = (help == null ? "" : id + "-help ") + (error == null ? "" : id + "-error");
        return ids.isEmpty() ? null : ids.strip();
    }
}
