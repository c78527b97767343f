package jp.michishirube.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.michishirube.evidence.Findings.Fault;

/** What the parts of a proof come to, which run side by side. */
final class Proof {

    private final Set<LocalDate> days = new TreeSet<>();
    private final List<Fault> faults = new ArrayList<>();
    private long lines;
    private long erased;

    synchronized void counted(Collection<LocalDate> ofDays, long ofLines, long ofErased) {
        days.addAll(ofDays);
        lines += ofLines;
        erased += ofErased;
    }

    synchronized void found(Fault fault) {
        faults.add(fault);
    }

    synchronized long days() {
        return days.size();
    }

    synchronized long lines() {
        return lines;
    }

    synchronized boolean hasErased() {
        return erased > 0;
    }

    /** @return by day, then by place; to be added to */
    synchronized List<Fault> faults() {
        List<Fault> sorted = new ArrayList<>(faults);
        sorted.sort(Comparator.comparing(Fault::day, Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(Fault::order));
        return sorted;
    }
}
