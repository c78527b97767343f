package jp.michishirube.consent.page;

import java.util.List;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.consent.rule.SupporterKey;
import org.springframework.modulith.NamedInterface;

/** Supporters whom the case's plan names now; implemented by a room that knows plans. */
@NamedInterface("page")
public interface NamedSupporters {

    /**
     * @param key      {@link SupporterKey}
     * @param relation to the resident, may be empty
     */
    @NamedInterface("page")
    record NamedSupporter(String key, String name, String relation, String phone) {}

    List<NamedSupporter> of(CaseId caseId);
}
