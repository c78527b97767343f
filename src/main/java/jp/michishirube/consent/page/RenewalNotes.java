package jp.michishirube.consent.page;

import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.CaseNote;
import jp.michishirube.consent.record.Renewals;
import jp.michishirube.consent.rule.Notices;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says on every page of a case, and in the list of work, which consent to ask for again. */
@Component
class RenewalNotes implements CaseNote.Source {

    private final Renewals renewals;
    private final MessageSource messages;

    RenewalNotes(Renewals renewals, MessageSource messages) {
        this.renewals = renewals;
        this.messages = messages;
    }

    @Override
    public Map<CaseId, List<CaseNote>> of(Collection<CaseId> cases, Locale locale) {
        return renewals.of(cases).stream().collect(Collectors.groupingBy(Renewals.Due::caseId,
                Collectors.mapping(d -> note(d, locale), Collectors.toList())));
    }

    private CaseNote note(Renewals.Due due, Locale locale) {
        String purpose = messages.getMessage("consent.purpose." + due.purpose(), null, locale);
        String until = due.until() == null ? "" : DateTimeFormatter.ofPattern(Dates.pattern(locale), locale).format(due.until().atZone(Notices.JAPAN));
        return new CaseNote(messages.getMessage("consent.renewal.badge." + due.why(), null, locale),
                messages.getMessage("consent.renewal." + due.why(), new Object[] {purpose, until}, locale),
                due.why() == Renewals.Why.NOT_ASKED ? "consents/sharing" : "consents");
    }
}
