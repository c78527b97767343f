package jp.michishirube.consent;

import java.util.List;
import jp.michishirube.casefile.CaseId;

/** Supporters whom the case's plan names now; implemented by a room that knows plans. */
public interface NamedSupporters {

    /**
     * @param key      {@link SupporterKey}
     * @param relation to the resident, may be empty
     */
    record NamedSupporter(String key, String name, String relation, String phone) {}

    List<NamedSupporter> of(CaseId caseId);
}
