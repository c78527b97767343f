package jp.michishirube.sharing;

import java.time.Clock;
import java.time.LocalDate;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.consent.rule.Answer;
import jp.michishirube.consent.rule.Disclosures;
import jp.michishirube.consent.rule.Purpose;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who reads on our pages leaves one line a day in the record of what was given, for each resident and ground. */
@Component
class ReadingLines {

    private final Disclosures disclosures;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReadingLines(Disclosures disclosures, JdbcClient jdbc, Clock clock) {
        this.disclosures = disclosures;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** To be called in the transaction that shows: no line, no reading. */
    void leave(CaseFile file, Recipient recipient, Answer answer, String what) {
        answer.parts().forEach(part -> leaveOne(file, recipient, part, what));
    }

    private void leaveOne(CaseFile file, Recipient recipient, Answer answer, String what) {
        int first = jdbc.sql("""
                insert into sharing.reading (case_id, party_kind, party_key, what, ground, day) values (?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """).params(file.id().value(), recipient.party().kind().name(),
                recipient.party().key() == null ? "" : recipient.party().key(), what, answer.ground().name(), LocalDate.now(clock)).update();
        if (first == 1) {
            disclosures.log(file.id(), recipient.party(), recipient.name(), Purpose.ofGivingTo(recipient.party().kind()), answer, what);
        }
    }
}
