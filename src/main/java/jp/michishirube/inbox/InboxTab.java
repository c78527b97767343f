package jp.michishirube.inbox;

/** The tabs of the inbox; each is a condition on the work items that the person may see. */
enum InboxTab {
    MINE("party = :party and assignee = :me"),
    OFFICE("party = :party"),
    UNCLAIMED("party = :party and assignee is null"),
    RETURNED("party = :party and returned and (assignee = :me or assignee is null)"),
    OVERDUE("party = :party and due_at < :now"),
    SOON("party = :party and due_at >= :now and due_at < :soon"),
    WAITING("party <> :party");

    final String condition;

    InboxTab(String condition) {
        this.condition = condition;
    }

    public String label() {
        return "inbox.tab." + name().toLowerCase(java.util.Locale.ROOT);
    }

    public String path() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static InboxTab of(String path) {
        for (InboxTab tab : values()) {
            if (tab.path().equals(path)) {
                return tab;
            }
        }
        return MINE;
    }
}
