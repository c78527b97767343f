package jp.michishirube.roster.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.michishirube.roster.file.Layout;

/**
 * One vendor's list, column by column.
 *
 * @param uses          in the order in which columns that make one value are joined; columns that nobody has decided on are missing
 * @param noPeople      how a row begins in which nobody stands, such as 合計
 * @param withoutHidden a person has seen that names hold characters that show nothing, and wants them read without
 * @param asIs          the file has our own headings and codes; nobody was asked
 */
public record Mapping(List<Use> uses, List<String> noPeople, boolean withoutHidden, boolean asIs) {

    public Mapping {
        uses = uses == null ? List.of() : List.copyOf(uses);
        noPeople = noPeople == null ? List.of() : List.copyOf(noPeople);
    }

    /** Their columns that make a value of ours, in order. */
    public List<Use> of(String target) {
        return uses.stream().filter(u -> u.target().equals(target)).toList();
    }

    public Optional<Use> at(int column) {
        return uses.stream().filter(u -> u.column() == column).findFirst();
    }

    public boolean has(String target) {
        return uses.stream().anyMatch(u -> u.target().equals(target));
    }

    /** Columns with a heading that make no value. */
    public List<Integer> unused(List<String> header) {
        List<Integer> unused = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (at(i).filter(Use::isUsed).isEmpty()) {
                unused.add(i);
            }
        }
        return unused;
    }

    public Mapping with(List<Use> changed) {
        return new Mapping(changed, noPeople, withoutHidden, asIs);
    }

    /** Keys of required columns that no column of theirs makes. */
    public List<String> missing(Layout layout) {
        return layout.columns().stream().filter(c -> c.required() && !has(c.key())).map(c -> c.key()).toList();
    }
}
