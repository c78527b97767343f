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
    private final SupporterReaders readers;

    Recipients(SharingPolicy policy, PlanForms forms, SupporterReaders readers) {
        this.policy = policy;
        this.forms = forms;
        this.readers = readers;
    }

    List<Recipient> of(Resident resident, Submission plan) {
        List<Recipient> all = new ArrayList<>();
        if (resident.cityOsId() != null) {
            all.add(new Recipient(Party.of(Party.Kind.CARE_CIRCLE), policy.careCircle(), "C", Recipient.Channel.CARE_CIRCLE_APP));
        }
        supporters(plan).forEach(supporter -> {
            all.add(supporter);
            if (readers.reads(resident, supporter.party().key())) {
                all.add(supporter.by(Recipient.Channel.PAGE));
            }
        });
        policy.kinds().forEach(kind -> all.add(party(kind, resident.area())));
        return all;
    }

    /** Those whom the plan names, each with the copy on paper that is theirs in any case. */
    List<Recipient> supporters(Submission plan) {
        return forms.filled(plan).rows(Role.SUPPORTERS).stream().filter(r -> !r.text(Role.SUPPORTER_NAME).isBlank()).map(r -> new Recipient(
                Party.of(Party.Kind.SUPPORTER, SupportersInPlan.key(r.place())), r.text(Role.SUPPORTER_NAME), "S", Recipient.Channel.PAPER)).toList();
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
