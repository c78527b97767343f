package jp.michishirube.safety.help;

import java.util.Collection;
import jp.michishirube.sharing.supporter.OnTheDay;
import org.springframework.stereotype.Component;

/** Leads from the supporter's own page to the event that is open for those whom they help. */
@Component
class TodayForSupporters implements OnTheDay {

    private final Helpers helpers;

    TodayForSupporters(Helpers helpers) {
        this.helpers = helpers;
    }

    @Override
    public String page(Collection<Long> contactIds) {
        return helpers.open(contactIds).isEmpty() ? null : "/v/help";
    }
}
