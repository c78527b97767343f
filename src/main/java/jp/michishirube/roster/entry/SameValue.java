package jp.michishirube.roster.entry;

import jp.michishirube.roster.file.SearchKey;

/** Whether a list only writes otherwise what is known: a telephone without its hyphens, an address with 番地 instead of a hyphen. */
public final class SameValue {

    private SameValue() {}

    public static boolean is(String key, String known, String said) {
        if (known.equals(said)) {
            return true;
        }
        if (known.isEmpty() || said.isEmpty()) {
            return false;
        }
        return switch (key) {
            case "phone" -> known.replaceAll("\\D", "").equals(said.replaceAll("\\D", ""));
            case "address" -> SearchKey.address(known).equals(SearchKey.address(said));
            default -> false;
        };
    }
}
