package jp.michishirube.plan.kept;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.plan.form.RoleDemands;

/** What of the policies in {@code municipality.yaml} the plan form must serve; the rooms that own them read them whole. */
final class FormPolicies {

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Consent(Ordinance ordinance) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Ordinance(boolean waivesSupporters) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Sharing(Map<String, JsonNode> readers) {}

    private FormPolicies() {}

    static RoleDemands.Policies of(Municipality municipality) {
        Consent consent = municipality.section("consent", Consent.class);
        Sharing sharing = municipality.section("sharing", Sharing.class);
        return new RoleDemands.Policies(consent.ordinance() == null || !consent.ordinance().waivesSupporters(),
                sharing.readers() != null && !sharing.readers().isEmpty(), !municipality.section("plan", PlanPolicy.class).hazards().isEmpty());
    }
}
