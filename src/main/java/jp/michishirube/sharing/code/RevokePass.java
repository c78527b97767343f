package jp.michishirube.sharing.code;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes passes back: from the commit on they open nothing, and whoever is inside is out at the next page. */
@Component
public class RevokePass {

    private final Passes passes;

    RevokePass(Passes passes) {
        this.passes = passes;
    }

    /** @return whether it was still open */
    @Transactional
    public boolean one(long passId) {
        return passes.revoke("id = ?", passId) == 1;
    }

    /** All of that kind that the holder bears: before a new one is issued, or when the holder's part is over. */
    @Transactional
    public int of(PassKind kind, Holder holder) {
        return passes.revoke("kind = ? and holder_kind = ? and holder_key = ?", kind.name(), holder.kind().name(), holder.key());
    }

    /** Whoever is inside by such a pass is out, and codes that were sent open nothing; the passes go on. */
    @Transactional
    public void visits(PassKind kind, String scope) {
        passes.endVisits(kind, scope);
    }

    /** All of that kind about the same thing, whoever bears them. */
    @Transactional
    public int about(PassKind kind, String scope) {
        return passes.revoke("kind = ? and scope = ?", kind.name(), scope);
    }
}
