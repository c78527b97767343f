package jp.michishirube.safety.help;

import jp.michishirube.safety.answer.Answered;
import jp.michishirube.sharing.channel.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** In the transaction of an answer: supporters of somebody who is well are told nothing more, those of somebody who calls for help are told. */
@Component
class HelpersFollow {

    private final Helpers helpers;
    private final TellSupporters tell;
    private final Outbox outbox;

    HelpersFollow(Helpers helpers, TellSupporters tell, Outbox outbox) {
        this.helpers = helpers;
        this.tell = tell;
        this.outbox = outbox;
    }

    @EventListener
    void on(Answered answered) {
        if (answered.person().residentId() == null) {
            return;
        }
        if (answered.isNewHelp()) {
            tell.wanted(answered.person(), "wanted " + answered.present().answer().id());
        } else if (answered.present().said() != null && answered.present().said().isAnswer() && !answered.present().said().isHelp()) {
            helpers.of(answered.person().id()).forEach(helper -> outbox.stop(helper.holder(), "ANSWERED"));
        }
    }
}
