package jp.michishirube.linkage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.Resident;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.consent.Answer;
import jp.michishirube.consent.MayQuestion;
import jp.michishirube.consent.Party;
import jp.michishirube.consent.Purpose;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.plan.OfferFacts;
import jp.michishirube.plan.form.Holder;
import jp.michishirube.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes medication and allergies from the resident's own お薬手帳 (JAHIS), shown at the interview. The file itself is not kept. */
@Component
public class ReadNotebook {

    /** As notebooks write it: A+, ＡＢ型, O(Rh-). */
    private static final Pattern BLOOD = Pattern.compile("(AB|A|B|O)(?:型|RH|\\(|\\s)*([+-])?[)\\s]*");
    private static final int ALLERGY = 1;
    private static final int HISTORY = 3;

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
     * @throws Problem what {@link JahisNotebook#parse} refuses; {@code jahis-other-person} (400) for the notebook of someone else;
     *                 {@code jahis-no-drugs} (400); {@code jahis-not-agreed} (403) without the resident's consent to linking it
     */
    @Transactional
    public JahisNotebook read(CaseId caseId, List<byte[]> parts) {
        cases.hold(caseId);
        CaseFile file = cases.get(caseId);
        Party reader = file.office() == null ? Party.of(Party.Kind.MUNICIPALITY) : Party.of(Party.Kind.OFFICE, file.office());
        Answer answer = consent.may(reader, Holder.JAHIS.links(), file.resident().id(), Purpose.PLAN_MAKING, clock.instant());
        if (!answer.allowed()) {
            throw Problem.forbidden("jahis-not-agreed");
        }
        JahisNotebook notebook = JahisNotebook.parse(parts);
        if (!isOf(notebook.patient(), file.resident())) {
            throw Problem.badRequest("jahis-other-person");
        }
        if (notebook.dispensings().isEmpty() && notebook.notes().isEmpty()) {
            throw Problem.badRequest("jahis-no-drugs");
        }
        Instant asOf = notebook.dispensings().stream().map(JahisNotebook.Dispensing::on).filter(Objects::nonNull)
                .max(LocalDate::compareTo).map(d -> d.atStartOfDay(clock.getZone()).toInstant()).orElse(null);
        offer.offer(caseId, Holder.JAHIS, asOf, answer.recordId(), facts(notebook).retain(answer.fields()));
        remember(caseId, notebook, parts);
        return notebook;
    }

    static ObjectNode facts(JahisNotebook notebook) {
        FactWriter facts = new FactWriter(Holder.JAHIS);
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        Set<String> seen = new HashSet<>();
        for (JahisNotebook.Dispensing dispensing : notebook.dispensings()) {
            for (JahisNotebook.Drug drug : dispensing.drugs()) {
                // Newest first: an older entry of the same drug says what no longer holds.
                if (!drug.name().isEmpty() && seen.add(drug.name())) {
                    ObjectNode row = rows.addObject().put("name", drug.name()).put("dose", drug.amount() + drug.unit())
                            .put("usage", drug.usage());
                    if (dispensing.on() != null) {
                        row.put("dispensedOn", dispensing.on().toString());
                    }
                }
            }
        }
        facts.rows("medication", rows);
        notebook.dispensings().stream().map(JahisNotebook.Dispensing::clinic).filter(c -> !c.isEmpty()).findFirst()
                .ifPresent(c -> facts.text("clinic", c));
        blood(facts, notebook.patient().blood());
        return facts.text("allergies", notes(notebook, ALLERGY)).text("history", notes(notebook, HISTORY)).facts();
    }

    private static String notes(JahisNotebook notebook, int kind) {
        return notebook.notes().stream().filter(n -> n.kind() == kind).map(JahisNotebook.Note::text).filter(t -> !t.isEmpty())
                .distinct().collect(Collectors.joining("、"));
    }

    /** Birth date and, to be sure, name or kana: pharmacies write rare characters their own way, so one of the two is enough. */
    static boolean isOf(JahisNotebook.Patient patient, Resident resident) {
        boolean born = patient.birthDate() == null || resident.birthDate() == null || patient.birthDate().equals(resident.birthDate());
        boolean named = key(patient.name()).equals(key(resident.name()));
        boolean read = !key(patient.kana()).isEmpty() && key(patient.kana()).equals(key(resident.kana()));
        boolean certain = patient.birthDate() != null && resident.birthDate() != null;
        return born && (named || read) && (certain || named && read);
    }

    private static void blood(FactWriter facts, String written) {
        Matcher blood = BLOOD.matcher(Normalizer.normalize(written, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT));
        if (blood.matches()) {
            facts.text("bloodType", blood.group(1)).text("rh", blood.group(2) == null ? "" : blood.group(2).equals("+") ? "plus" : "minus");
        }
    }

    /** For comparing only: widths, spaces and hiragana do not matter. */
    private static String key(String text) {
        StringBuilder key = new StringBuilder();
        Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFKC).codePoints().filter(c -> !Character.isWhitespace(c))
                .map(c -> c >= 'ぁ' && c <= 'ゖ' ? c + ('ァ' - 'ぁ') : c).forEach(key::appendCodePoint);
        return key.toString();
    }

    private void remember(CaseId caseId, JahisNotebook notebook, List<byte[]> parts) {
        int drugs = notebook.dispensings().stream().mapToInt(d -> d.drugs().size()).sum();
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
