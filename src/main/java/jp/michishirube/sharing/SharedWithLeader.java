package jp.michishirube.sharing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
            String area = AddressSpelling.key(resident.area() == null ? "" : resident.area());
            return blocks.isEmpty() || blocks.stream().map(AddressSpelling::key).anyMatch(block -> isOf(area, block) && begins(home, block));
        }

        /** 青葉町2-6 stands within 南青葉町2-6 too: the block has to be one of the resident's own 町. */
        private static boolean isOf(String area, String block) {
            return !area.isEmpty() && block.startsWith(area) && block.substring(area.length()).matches("[\\d-].*") && AddressSpelling.mayEndAt(block, area.length());
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

    /** @param named numbers of the cases of those whom it names */
    public record Paper(byte[] pdf, Set<String> named) {}

    /** Whether the leader may be shown every one of them now, by a list that was printed earlier. */
    @Transactional
    public boolean mayStillSee(Leading leading, Set<String> named) {
        return named.isEmpty() || reads(leading.kind())
                && numbers(shared.list(leading.reader(), leading::isHome, who.acting(), "list-paper")).containsAll(named);
    }

    private static Set<String> numbers(SharedWithReader.Listed listed) {
        return listed.rows().stream().map(r -> r.number().value()).collect(Collectors.toSet());
    }

    /** The list on paper, printed by the city's staff for the leader. @param mark number of the paper */
    @Transactional
    public Paper paper(Leading leading, String mark, Locale locale) {
        SharedWithReader.Listed listed = reads(leading.kind()) ? shared.list(leading.reader(), leading::isHome, who.acting(), "list-paper")
                : new SharedWithReader.Listed(List.of(), 0);
        return new Paper(lists.paper(listed, leading.association() + "　" + leading.name() + "　" + mark, locale), numbers(listed));
    }
}
