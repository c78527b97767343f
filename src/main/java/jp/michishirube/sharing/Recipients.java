package jp.michishirube.sharing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import jp.michishirube.casefile.Resident;
import jp.michishirube.consent.Party;
import jp.michishirube.consent.SupporterKey;
import org.springframework.stereotype.Component;

/** To whom a resident's plan may go: the circle, the supporters it names, and the supporting parties of the municipality's policy. */
@Component
class Recipients {

    private final SharingPolicy policy;

    Recipients(SharingPolicy policy) {
        this.policy = policy;
    }

    List<Recipient> of(Resident resident, JsonNode answers) {
        List<Recipient> all = new ArrayList<>();
        if (resident.cityOsId() != null) {
            all.add(new Recipient(Party.of(Party.Kind.CARE_CIRCLE), policy.careCircle(), "C", Recipient.Channel.CARE_CIRCLE_APP));
        }
        answers.path("supporters").forEach(s -> {
            if (!s.path("name").asText("").isBlank()) {
                all.add(new Recipient(Party.of(Party.Kind.SUPPORTER, SupporterKey.of(s)), s.path("name").asText(), "S",
                        Recipient.Channel.PAPER));
            }
        });
        policy.kinds().forEach(kind -> all.add(party(kind, resident.area())));
        return all;
    }

    /** The supporting party of that kind for a 町. */
    Recipient party(Party.Kind kind, String area) {
        SharingPolicy.Named named = policy.parties().get(kind);
        boolean perArea = named.perArea() && area != null && !area.isBlank();
        boolean reads = kind == Party.Kind.NEIGHBOURHOOD || kind == Party.Kind.WELFARE_COMMISSIONER;
        return new Recipient(new Party(kind, perArea ? area : null, perArea ? area : null), (perArea ? area : "") + named.name(),
                Recipient.letterOf(kind), reads ? Recipient.Channel.PAGE : Recipient.Channel.PAPER);
    }
}
