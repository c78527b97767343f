package jp.michishirube.inbox;

/** How a list is sorted. Each ends in the task's id, so that a page can begin exactly where the last one ended. */
enum InboxOrder {
    DUE("due_at", "timestamptz"),
    WAITING("waiting_since", "timestamptz"),
    PRIORITY("priority", "smallint"),
    NAME("resident_kana", "text"),
    NUMBER("case_number", "text");

    final String column;
    final String type;

    InboxOrder(String column, String type) {
        this.column = column;
        this.type = type;
    }

    public String path() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static InboxOrder of(String path) {
        for (InboxOrder order : values()) {
            if (order.path().equals(path)) {
                return order;
            }
        }
        return DUE;
    }
}
