package jp.michishirube.sharing;

import java.util.ArrayList;
import java.util.List;
import jp.michishirube.casefile.Resident;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.versions.Submission;
import jp.michishirube.plan.form.Role;
import org.springframework.stereotype.Component;

/** To whom a resident's plan may go: the circle, the supporters it names, and the supporting parties of the municipality's policy. */
@Component
class Recipients {

    private final SharingPolicy policy;
    private final PlanForms forms;

    Recipients(SharingPolicy policy, PlanForms forms) {
        this.policy = policy;
        this.forms = forms;
    }

    List<Recipient> of(Resident resident, Submission plan) {
        List<Recipient> all = new ArrayList<>();
        if (resident.cityOsId() != null) {
            all.add(new Recipient(Party.of(Party.Kind.CARE_CIRCLE), policy.careCircle(), "C", Recipient.Channel.CARE_CIRCLE_APP));
        }
        forms.filled(plan).rows(Role.SUPPORTERS).stream().filter(r -> !r.text(Role.SUPPORTER_NAME).isBlank()).forEach(r -> all.add(new Recipient(
                Party.of(Party.Kind.SUPPORTER, SupportersInPlan.key(r.place())), r.text(Role.SUPPORTER_NAME), "S", Recipient.Channel.PAPER)));
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
