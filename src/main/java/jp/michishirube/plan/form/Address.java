package jp.michishirube.plan.form;

import java.util.Objects;

/**
 * Where an answer stands in a plan: a section, a question, a repeated group, one of its rows or a cell of it. Written as a JSON pointer
 * in which a row is named by its key: {@code /supporters/k3f9/name}. Read from text by {@link PlanForm#address(String)} alone.
 *
 * @param section key of the section
 * @param group   key of the repeated group; empty where the section itself is the group; null outside groups
 * @param rowKey  key of the row, {@code *} for any; null where no row is meant
 * @param column  key of the question; null for a section, a group or a whole row
 */
public record Address(String section, String group, String rowKey, String column) {

    /** Stands for any row, in the addresses of a form's definition. */
    public static final String ANY_ROW = "*";

    public static Address ofSection(String section) {
        return new Address(section, null, null, null);
    }

    public static Address ofQuestion(String section, String key) {
        return new Address(section, null, null, key);
    }

    /** @param group empty where the section is the group */
    public static Address ofGroup(String section, String group) {
        return new Address(section, group, null, null);
    }

    /** The row of this group. */
    public Address row(String key) {
        return new Address(section, group, key, null);
    }

    /** The cell of this row. */
    public Address cell(String key) {
        return new Address(section, group, rowKey, key);
    }

    public boolean isSection() {
        return group == null && column == null;
    }

    /** A group, one of its rows or a cell. */
    public boolean isInGroup() {
        return group != null;
    }

    public boolean isRow() {
        return rowKey != null && column == null;
    }

    public boolean isCell() {
        return rowKey != null && column != null;
    }

    /** The group that this group, row or cell belongs to; null outside groups. */
    public Address groupAddress() {
        return group == null ? null : ofGroup(section, group);
    }

    /** The row that this row or cell belongs to; null where there is none. */
    public Address rowAddress() {
        return rowKey == null ? null : groupAddress().row(rowKey);
    }

    /** The same question for any row: how the form's definition calls it. */
    public Address definition() {
        return rowKey == null ? this : new Address(section, group, ANY_ROW, column);
    }

    /** The address that a hint of the question here means: {@code ./x} is the cell of the same row. */
    public String resolve(String written) {
        return written.startsWith("./") ? cell(written.substring(2)).toString() : written;
    }

    /** Whether the other one is this one or lies below it. */
    public boolean covers(Address other) {
        if (!section.equals(other.section)) {
            return false;
        }
        if (isSection()) {
            return true;
        }
        return Objects.equals(group, other.group) && (rowKey == null ? group != null || Objects.equals(column, other.column)
                : rowKey.equals(other.rowKey) && (column == null || column.equals(other.column)));
    }

    /** The same for written addresses, where no form is at hand: whether {@code above} is {@code below} or lies above it. */
    public static boolean covers(String above, String below) {
        return below.equals(above) || below.startsWith(above + "/");
    }

    /** Whether one of the two written addresses is the other or lies above it. */
    public static boolean onOnePath(String one, String other) {
        return covers(one, other) || covers(other, one);
    }

    /** What the written address lies directly in: the row of a cell, the group of a row, the section of a question. */
    public static String above(String written) {
        return written.substring(0, Math.max(0, written.lastIndexOf('/')));
    }

    /** The JSON pointer. */
    @Override
    public String toString() {
        StringBuilder pointer = new StringBuilder("/").append(section);
        if (group != null && !group.isEmpty()) {
            pointer.append('/').append(group);
        }
        if (rowKey != null) {
            pointer.append('/').append(rowKey);
        }
        return column == null ? pointer.toString() : pointer.append('/').append(column).toString();
    }
}
