package jp.michishirube.sharing;

import java.util.Set;
import jp.michishirube.casefile.CommissionerAreas;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import org.springframework.stereotype.Component;

/** The 町 for which a 民生委員 reads finished plans are those whose plans this person confirms. */
@Component
class AreasOfCommissioner implements CommissionerAreas {

    private final SharingPolicy policy;

    AreasOfCommissioner(SharingPolicy policy) {
        this.policy = policy;
    }

    @Override
    public Set<String> of(Person person) {
        return !person.has(Role.WELFARE_COMMISSIONER) ? Set.of()
                : policy.reader(person.username()).filter(r -> r.kind() == Party.Kind.WELFARE_COMMISSIONER).map(SharingPolicy.Reader::areas).orElse(Set.of());
    }
}
