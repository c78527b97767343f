package jp.michishirube.sharing;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.front.FrontPanel;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Where the copies of a plan in force are, on the front page of its case. */
@Component
@Order(30)
class FrontOfCopies implements FrontPanel {

    private static final Set<Role> READERS = EnumSet.of(Role.CARE_MANAGER, Role.OFFICE_LEADER, Role.REVIEWER, Role.ROSTER_MANAGER);

    private final Deliveries deliveries;
    private final WhoAmI who;

    FrontOfCopies(Deliveries deliveries, WhoAmI who) {
        this.deliveries = deliveries;
        this.who = who;
    }

    record Front(CaseFile file, List<Delivery> copies) {}

    @Override
    public Optional<Shown> of(CaseFile file, Locale locale) {
        if (!file.state().isInForce() || READERS.stream().noneMatch(who.me()::has)) {
            return Optional.empty();
        }
        return Optional.of(new Shown("sharing/front", new Front(file, deliveries.of(file.id()))));
    }
}
