package jp.michishirube.consent.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.consent.record.ConsentEvent;
import jp.michishirube.consent.record.Scans;
import jp.michishirube.consent.rule.ConsentPolicy;
import jp.michishirube.consent.rule.FreezeNotices;
import jp.michishirube.consent.rule.GivenBy;
import jp.michishirube.consent.rule.Notice;
import jp.michishirube.consent.rule.NoticeText;
import jp.michishirube.consent.rule.Notices;
import jp.michishirube.municipality.Municipality;
import org.springframework.stereotype.Component;

/** 控え: what the person takes home, complete in itself ({@code schema/consent-receipt-1.schema.json}). */
@Component
class Receipt {

    private final FreezeNotices frozen;
    private final Scans scans;
    private final Municipality municipality;
    private final ConsentPolicy policy;
    private final ObjectMapper mapper;

    Receipt(FreezeNotices frozen, Scans scans, Municipality municipality, ConsentPolicy policy, ObjectMapper mapper) {
        this.frozen = frozen;
        this.scans = scans;
        this.municipality = municipality;
        this.policy = policy;
        this.mapper = mapper;
    }

    ObjectNode json(CaseFile file, ConsentEvent e) {
        Notice notice = e.notice() == null ? null : frozen.notice(e.notice());
        ObjectNode receipt = mapper.createObjectNode();
        receipt.putObject("header").put("schemaVersion", "michishirube-consent-1").put("recordId", String.valueOf(e.id()))
                .put("piiPrincipalId", file.resident().cityNumber());
        ObjectNode processing = receipt.putObject("processing").put("purpose", e.purpose().name());
        if (notice != null) {
            processing.putObject("privacyNotice").put("id", e.notice().id()).put("version", e.notice().version())
                    .put("language", e.notice().language()).put("sha256", e.noticeHash()).put("title", notice.terms().title())
                    .put("text", NoticeText.plain(notice.body()));
        }
        e.items().stream().sorted().forEach(processing.putArray("piiInformation")::add);
        e.recipients().stream().sorted().map(Enum::name).forEach(processing.putArray("recipientThirdParties")::add);
        optional(processing, "provider", e.provider());
        optional(processing, "receiver", e.receiver());
        optional(processing, "legalGround", e.readerGround());
        processing.putArray("piiControllers").add(notice == null ? municipality.name() : notice.terms().controller());
        processing.put("jurisdiction", "JP").putArray("storageLocations").add(municipality.name());
        processing.put("retentionPeriod", notice == null ? "" : notice.terms().retention());
        processing.put("withdrawalMethod", notice == null ? "" : notice.terms().withdrawal());
        parties(receipt.putArray("parties"), file, e);
        event(receipt.putObject("event"), e);
        return receipt;
    }

    private void parties(ArrayNode parties, CaseFile file, ConsentEvent e) {
        optional(parties.addObject().put("partyId", file.resident().cityNumber()).put("type", "PII_PRINCIPAL")
                .put("name", file.resident().name()).put("address", file.resident().address()), "contact", file.resident().phone());
        ObjectNode controller = parties.addObject().put("partyId", municipality.code()).put("type", "PII_CONTROLLER").put("name", municipality.name());
        optional(controller, "address", policy.controller().address());
        optional(controller, "contact", policy.controller().contact());
        if (e.giver() == null) {
            return;
        }
        if (e.giver().by() != GivenBy.SELF) {
            ObjectNode giver = parties.addObject().put("partyId", "giver").put("type", e.giver().by().name());
            optional(giver, "name", e.giver().name());
            optional(giver, "relation", e.giver().relation());
            optional(giver, "ground", e.giver().ground());
        }
        if (e.giver().witness() != null) {
            parties.addObject().put("partyId", "witness").put("type", "WITNESS").put("name", e.giver().witness());
        }
        if (e.giver().explainedBy() != null) {
            parties.addObject().put("partyId", "explainer").put("type", "EXPLAINER").put("name", e.giver().explainedBy());
        }
    }

    private void event(ObjectNode event, ConsentEvent e) {
        event.put("eventTime", time(e.at())).put("recordedTime", time(e.recorder().at()));
        if (e.validUntil() != null) {
            event.put("validUntil", time(e.validUntil()));
        }
        event.put("entityId", e.recorder().id()).put("eventType", e.type().name())
                .put("eventState", e.type().allows() ? "ALLOWS" : "DOES_NOT_ALLOW");
        optional(event, "channel", e.giver() == null || e.giver().channel() == null ? null : e.giver().channel().name());
        optional(event, "scanSha256", e.scanId() == null ? null : scans.sha256(e.scanId()));
        optional(event, "priorRecord", e.prior() == null ? null : String.valueOf(e.prior()));
    }

    private static void optional(ObjectNode node, String name, String value) {
        if (value != null && !value.isEmpty()) {
            node.put(name, value);
        }
    }

    private static String time(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(Notices.JAPAN));
    }
}
