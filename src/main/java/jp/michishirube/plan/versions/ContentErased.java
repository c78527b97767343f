package jp.michishirube.plan.versions;

import java.util.Set;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.plan.form.Address;
import org.springframework.modulith.NamedInterface;

/**
 * Content was taken out of a plan because its consent ended. Published within the transaction: whoever made something of that content
 * (a remark that quotes it, a sealed file, a position of the home) takes it away there and then. Never stored: it holds the words.
 *
 * @param everything the person gave the plan up: all of its content goes
 * @param fields     addresses that were emptied
 * @param words      what stood there
 */
@NamedInterface("versions")
public record ContentErased(CaseId caseId, boolean everything, Set<String> fields, ErasedWords words) {

    /** Stands for a text that went. */
    public static final String INSTEAD = "（同意の取りやめにより消しました）";

    /**
     * Whether a text about that field must go too.
     *
     * @param pointer field or section it is about; null for none
     * @param text    may be null
     */
    public boolean concerns(String pointer, String text) {
        return everything || pointer != null && fields.stream().anyMatch(f -> Address.onOnePath(f, pointer)) || words.quotedIn(text);
    }

    @Override
    public String toString() {
        return "ContentErased[" + caseId + ", everything=" + everything + "]";
    }
}
