package jp.michishirube.upload;

/** The sender's name of a file, fit to be shown and sent back. */
public final class FileNames {

    private static final int LONGEST = 80;

    private FileNames() {}

    /**
     * @param otherwise for a name of which nothing is left
     * @return without path, controls, turned reading directions or what a header or shell would read; with the ending of what the file is
     */
    public static String safe(String name, String otherwise, FileKind kind) {
        String base = plain(name).replaceAll("\\.[A-Za-z0-9]{1,5}$", "").strip();
        if (base.codePointCount(0, base.length()) > LONGEST) {
            base = base.substring(0, base.offsetByCodePoints(0, LONGEST));
        }
        return (base.isEmpty() ? otherwise : base) + kind.ending();
    }

    /** The name alone: some browsers send a whole path. */
    public static String plain(String name) {
        return name == null ? "" : name.replaceAll("(?s).*[/\\\\]", "").replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\"<>|:*?;]", "").strip();
    }
}
