package jp.michishirube.inbox;

import java.util.List;

/** The tabs of the inbox; each is a condition on the work items that the person may see. */
enum InboxTab {
    MINE("party = :party and assignee = :me"),
    OFFICE("party = :party"),
    UNCLAIMED("party = :party and assignee is null"),
    RETURNED("party = :party and returned and (assignee = :me or assignee is null)"),
    OVERDUE("party = :party and due_at < :now and paused_at is null"),
    SOON("party = :party and paused_at is null and due_at >= :now and due_at < :soon"),
    WAITING("party = any(:others)");

    /** For those who look on and work on no step themselves. */
    private static final List<InboxTab> LOOKING_ON = List.of(OFFICE, OVERDUE, SOON, WAITING);
    /** Where a person begins who chose no tab: the first of these that has something in it. */
    private static final List<InboxTab> BEGIN = List.of(MINE, UNCLAIMED, OFFICE);

    private final String condition;

    InboxTab(String condition) {
        this.condition = condition;
    }

    /**
     * The condition with the parties written out, so that the plan of a statement used again and again still knows that most steps are
     * never the other side's, nor sent back to the city.
     */
    String of(Viewer viewer) {
        return condition.replace(":party", "'" + viewer.party() + "'").replace(":others", "array['" + String.join("', '", viewer.otherParties()) + "']");
    }

    public String label() {
        return "inbox.tab." + path();
    }

    public String path() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static List<InboxTab> of(boolean works) {
        return works ? List.of(values()) : LOOKING_ON;
    }

    static InboxTab begin(List<InboxTab> shown, java.util.Map<InboxTab, Integer> counts) {
        return BEGIN.stream().filter(shown::contains).filter(t -> counts.get(t) > 0).findFirst().orElse(shown.contains(MINE) ? MINE : WAITING);
    }

    /** @return null for none of them */
    static InboxTab of(String path) {
        for (InboxTab tab : values()) {
            if (tab.path().equals(path)) {
                return tab;
            }
        }
        return null;
    }
}
