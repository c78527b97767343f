package jp.michishirube.sharing.asking;

import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The office takes a question back that is not answered yet. */
@Component
class TakeBack {

    private final CloseAsking close;
    private final WhoAmI who;

    TakeBack(CloseAsking close, WhoAmI who) {
        this.close = close;
        this.who = who;
    }

    /** @return false where the answer was first */
    @Transactional
    boolean stop(long id) {
        who.acting(Role.CARE_MANAGER, Role.OFFICE_LEADER);
        return close.stop(id, "TAKEN_BACK");
    }
}
