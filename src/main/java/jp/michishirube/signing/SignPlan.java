package jp.michishirube.signing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Outcome;
import jp.michishirube.casefile.Step;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.document.NameGlyphs;
import jp.michishirube.document.Printed;
import jp.michishirube.municipality.DateWords;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import jp.michishirube.upload.UploadJudge;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The resident, or who may sign for him, signs the sealed plan: on the screen, or on paper whose scan is joined. Completes the plan. */
@Component
public class SignPlan {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final SealedDocuments documents;
    private final SealKeys keys;
    private final SealCertificates certificates;
    private final SignatureSheet sheet;
    private final CaseProcess process;
    private final Timeline timeline;
    private final MessageSource messages;
    private final DateWords words;
    private final JdbcClient jdbc;
    private final WhoAmI who;
    private final UploadJudge judge;
    private final Clock clock;

    SignPlan(SealedDocuments documents, SealKeys keys, SealCertificates certificates, NameGlyphs glyphs, CaseProcess process,
            Timeline timeline, MessageSource messages, DateWords words, JdbcClient jdbc, WhoAmI who, UploadJudge judge, Clock clock) {
        this.documents = documents;
        this.keys = keys;
        this.certificates = certificates;
        this.sheet = new SignatureSheet(glyphs);
        this.process = process;
        this.timeline = timeline;
        this.messages = messages;
        this.words = words;
        this.jdbc = jdbc;
        this.who = who;
        this.judge = judge;
        this.clock = clock;
    }

    /**
     * @throws Problem {@code signing-incomplete} (422), {@code signature-missing}, {@code signature-not-a-picture},
     *                 {@code signing-scan-not-readable} (400), {@code signing-scan-too-large} (413), {@code stale-plan} when another
     *                 version was sealed since the page was shown, {@code stale-step} when the case is not there any more (409)
     */
    @Transactional
    public void sign(CaseFile file, Signing given) {
        Instant now = clock.instant();
        given.requireWhole(LocalDate.ofInstant(now, JAPAN));
        SealedDocument sealed = documents.latest(file.id()).orElseThrow(() -> Problem.conflict("stale-step"));
        if (sealed.version() != given.version() || sealed.signed()) {
            throw Problem.conflict("stale-plan");
        }
        Scan scan = given.onPaper() ? Scan.of(judge, given.scan()) : null;
        HandSignature hand = scan == null ? HandSignature.fromDataUrl(given.drawing()) : null;
        Printed.Box box = sealed.box();
        byte[] picture = box == null ? null : sheet.draw(hand == null ? null : hand.ink(), lines(file, given, now), box.w(), box.h());
        byte[] joined = scan == null ? sealed.bytes() : JoinScan.to(sealed.bytes(), scan, box, text("signing.scan-pin"), now);
        byte[] signed = keys.sealer().sealSignature(joined, picture, box, String.join(" ", lines(file, given, now)), now);
        certificates.remember(keys.certificate());
        long id = documents.add(file.id(), sealed.version(), true, signed, sealed.contentHash(), box);
        keep(file, given, id, scan == null ? new Scan("image/png", hand.png()) : scan, now);
        timeline.append(file.id(), "plan-signed", Map.of("version", Integer.toString(sealed.version()),
                "way", text(given.onPaper() ? "signing.way.PAPER" : "signing.way.SCREEN"), "signer", text("signing.signer." + given.signer())));
        process.finish(file.id(), Step.SIGN_PLAN, Outcome.SIGNED);
    }

    private List<String> lines(CaseFile file, Signing given, Instant now) {
        String name = given.signer() == Signing.Signer.SELF ? file.resident().name() : given.name();
        String as = given.signer() == Signing.Signer.SELF ? text("signing.signer.SELF")
                : text("signing.signer." + given.signer()) + "・" + given.relation();
        List<String> lines = new ArrayList<>();
        lines.add(name + "（" + as + "）" + (given.onPaper() ? text("signing.on-paper") : ""));
        lines.add(text("signing.signed-on") + " " + (given.onPaper() ? words.day(given.signedOn()) : words.moment(now))
                + (given.witness().isEmpty() ? "" : "　" + text("signing.witness") + " " + given.witness()));
        return lines;
    }

    private void keep(CaseFile file, Signing given, long documentId, Scan evidence, Instant now) {
        Person me = who.orProcess();
        jdbc.sql("""
                insert into signing.signature (case_id, version, document_id, way, signer, signer_name, relation, witness, signed_on,
                    evidence, evidence_type, recorded_by, recorded_name, recorded_at)
                values (:case, :version, :document, :way, :signer, :name, :relation, :witness, :on, :evidence, :type, :by, :byName, :at)
                """)
                .param("case", file.id().value()).param("version", given.version()).param("document", documentId)
                .param("way", given.onPaper() ? "PAPER" : "SCREEN").param("signer", given.signer().name())
                .param("name", given.signer() == Signing.Signer.SELF ? file.resident().name() : given.name())
                .param("relation", given.relation()).param("witness", given.witness())
                .param("on", given.onPaper() ? given.signedOn() : LocalDate.ofInstant(now, JAPAN))
                .param("evidence", evidence.content())
                .param("type", evidence.mediaType())
                .param("by", me.id()).param("byName", me.name()).param("at", now.atZone(JAPAN).toOffsetDateTime()).update();
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.JAPANESE);
    }
}
