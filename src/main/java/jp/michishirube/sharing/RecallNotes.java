package jp.michishirube.sharing;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.CaseNote;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says on every page of a case that a plan taken back may still lie with a receiver. */
@Component
class RecallNotes implements CaseNote.Source {

    private final Deliveries deliveries;
    private final MessageSource messages;

    RecallNotes(Deliveries deliveries, MessageSource messages) {
        this.deliveries = deliveries;
        this.messages = messages;
    }

    @Override
    public Map<CaseId, List<CaseNote>> of(Collection<CaseId> cases, Locale locale) {
        return deliveries.unconfirmed(cases).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(new CaseNote(
                messages.getMessage("sharing.recalling.badge", null, locale),
                messages.getMessage("sharing.recalling.note", new Object[] {e.getValue()}, locale), "sharing"))));
    }
}
