package jp.michishirube.renewal;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.front.FrontPanel;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the front page of a case with a plan in force: whether it is being renewed and why, when somebody was asked last, when the next look is due. */
@Component
@Order(15)
class FrontOfRenewal implements FrontPanel {

    private static final Set<Role> READERS = EnumSet.of(Role.CARE_MANAGER, Role.OFFICE_LEADER, Role.REVIEWER, Role.ROSTER_MANAGER);

    private final ReadRenewals read;
    private final WhoAmI who;

    FrontOfRenewal(ReadRenewals read, WhoAmI who) {
        this.read = read;
        this.who = who;
    }

    record Front(CaseFile file, ReadRenewals.Stands stands, ReadRenewals.Shown open) {}

    @Override
    public Optional<Shown> of(CaseFile file, Locale locale) {
        return READERS.stream().noneMatch(who.me()::has) ? Optional.empty()
                : read.standing(file).map(s -> new Shown("renewal/front", new Front(file, s, read.open(file).orElse(null))));
    }
}
