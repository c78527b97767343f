package jp.michishirube.sharing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.casefile.Resident;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.japanese.AddressSpelling;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody may read who leads a 町 or a 班 for a term and has no account here: the same that a reader with an account is shown, of a 班
 * the homes of the 班 alone. Whether the term runs and the pledge was given is asked before.
 */
@Component
public class SharedWithLeader {

    private final SharingPolicy policy;
    private final SharedWithReader shared;
    private final ReaderList lists;
    private final WhoAmI who;

    SharedWithLeader(SharingPolicy policy, SharedWithReader shared, ReaderList lists, WhoAmI who) {
        this.policy = policy;
        this.shared = shared;
        this.lists = lists;
        this.who = who;
    }

    /**
     * @param id     by which the lines of who saw what know them
     * @param blocks how the addresses begin whose homes are shown; empty for all of the 町
     */
    public record Leading(String id, String name, Party.Kind kind, String association, Set<String> areas, List<String> blocks) {

        private Person person() {
            return new Person(id, name, Set.of(kind == Party.Kind.WELFARE_COMMISSIONER ? Role.WELFARE_COMMISSIONER : Role.NEIGHBOURHOOD_LEADER), null, false);
        }

        private SharingPolicy.Reader reader() {
            return new SharingPolicy.Reader(kind, association, areas);
        }

        /** An address that nobody can read belongs to no 班. */
        private boolean isHome(Resident resident) {
            String home = AddressSpelling.key(resident.address() == null ? "" : resident.address());
            return blocks.isEmpty() || blocks.stream().map(AddressSpelling::key).anyMatch(block -> begins(home, block));
        }

        private static boolean begins(String home, String block) {
            int at = block.isEmpty() ? -1 : home.indexOf(block);
            return at >= 0 && AddressSpelling.mayEndAt(home, at + block.length());
        }
    }

    /** Whether plans go to parties of that kind here at all. */
    public boolean reads(Party.Kind kind) {
        return policy.parties().containsKey(kind);
    }

    @Transactional
    public SharedWithReader.Listed list(Leading leading) {
        return reads(leading.kind()) ? shared.list(leading.reader(), leading::isHome, leading.person(), "list") : new SharedWithReader.Listed(List.of(), 0);
    }

    /** Empty for one of another 町 or 班, and where nothing may be seen of them: it is not told which. */
    @Transactional
    public Optional<SharedWithReader.Row> one(Leading leading, CaseNumber number) {
        return reads(leading.kind()) ? shared.one(leading.reader(), leading::isHome, leading.person(), number) : Optional.empty();
    }

    /** @param people how many it names */
    public record Paper(byte[] pdf, int people) {}

    /** The list on paper, printed by the city's staff for the leader. @param mark number of the paper */
    @Transactional
    public Paper paper(Leading leading, String mark, Locale locale) {
        SharedWithReader.Listed listed = reads(leading.kind()) ? shared.list(leading.reader(), leading::isHome, who.acting(), "list-paper")
                : new SharedWithReader.Listed(List.of(), 0);
        return new Paper(lists.paper(listed, leading.association() + "　" + leading.name() + "　" + mark, locale), listed.rows().size());
    }
}
