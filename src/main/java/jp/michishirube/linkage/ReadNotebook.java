package jp.michishirube.linkage;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.consent.rule.Answer;
import jp.michishirube.consent.rule.MayQuestion;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.consent.rule.Purpose;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.plan.draft.OfferFacts;
import jp.michishirube.plan.form.Holder;
import jp.michishirube.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes medication and allergies from the resident's own お薬手帳 (JAHIS), shown at the interview. The file itself is not kept. */
@Component
public class ReadNotebook {

    private final OfferFacts offer;
    private final MayQuestion consent;
    private final CaseFiles cases;
    private final Timeline timeline;
    private final JdbcClient jdbc;
    private final WhoAmI who;
    private final Clock clock;

    ReadNotebook(OfferFacts offer, MayQuestion consent, CaseFiles cases, Timeline timeline, JdbcClient jdbc, WhoAmI who, Clock clock) {
        this.offer = offer;
        this.consent = consent;
        this.cases = cases;
        this.timeline = timeline;
        this.jdbc = jdbc;
        this.who = who;
        this.clock = clock;
    }

    /**
     * @param parts a file, or the contents of the QR codes
     * @param sure  whether the reader says that it is the resident's although the name or the birth date leaves a doubt
     * @throws Problem what {@link JahisNotebook#parse} refuses; {@code jahis-other-person} (400) for the notebook of someone else;
     *                 {@code jahis-whose} (400) where only a person can say whose it is; {@code jahis-no-drugs} (400);
     *                 {@code jahis-not-agreed} (403) without the resident's consent to linking it
     */
    @Transactional
    public NotebookReading read(CaseId caseId, List<byte[]> parts, boolean sure) {
        cases.hold(caseId);
        CaseFile file = cases.get(caseId);
        Party reader = file.office() == null ? Party.of(Party.Kind.MUNICIPALITY) : Party.of(Party.Kind.OFFICE, file.office());
        Answer answer = consent.may(reader, Holder.JAHIS.links(), file.resident().id(), Purpose.PLAN_MAKING, clock.instant());
        if (!answer.allowed()) {
            throw Problem.forbidden("jahis-not-agreed");
        }
        JahisNotebook notebook = JahisNotebook.parse(parts);
        NotebookOwner owner = NotebookOwner.of(notebook.patient(), file.resident());
        if (owner != NotebookOwner.SAME && !(sure && owner == NotebookOwner.ASK)) {
            throw Problem.badRequest(owner == NotebookOwner.ASK ? "jahis-whose" : "jahis-other-person");
        }
        NotebookFacts facts = new NotebookFacts(notebook);
        if (facts.isEmpty()) {
            throw Problem.badRequest("jahis-no-drugs");
        }
        Instant asOf = notebook.dispensings().stream().map(JahisNotebook.Dispensing::on).filter(Objects::nonNull)
                .max(LocalDate::compareTo).map(d -> d.atStartOfDay(clock.getZone()).toInstant()).orElse(null);
        List<String> rejected = offer.offer(caseId, Holder.JAHIS, asOf, answer.recordId(), facts.facts().retain(answer.fields()));
        remember(caseId, notebook, parts);
        if (owner == NotebookOwner.ASK) {
            timeline.append(caseId, "notebook-owner-confirmed", Map.of());
        }
        return facts.reading(answer.fields(), rejected);
    }

    private void remember(CaseId caseId, JahisNotebook notebook, List<byte[]> parts) {
        int drugs = notebook.dispensings().stream().mapToInt(d -> d.drugs().size()).sum() + notebook.otc().size();
        jdbc.sql("""
                insert into linkage.notebook (case_id, format_version, drugs, newest, sha256, read_at, read_by)
                values (?, ?, ?, ?, ?, ?, ?)
                """).params(caseId.value(), notebook.version(), drugs,
                notebook.dispensings().stream().map(JahisNotebook.Dispensing::on).filter(Objects::nonNull).findFirst().orElse(null),
                sha256(parts), clock.instant().atOffset(ZoneOffset.UTC), who.orProcess().id()).update();
        timeline.append(caseId, "notebook-read", Map.of("drugs", String.valueOf(drugs)));
    }

    private static String sha256(List<byte[]> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            parts.forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
