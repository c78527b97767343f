package jp.michishirube.sharing.line;

import com.linecorp.bot.client.base.Result;
import com.linecorp.bot.messaging.client.MessagingApiClientException;
import com.linecorp.bot.messaging.model.PushMessageResponse;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import jp.michishirube.sharing.channel.Channel;
import jp.michishirube.sharing.channel.Letter;
import jp.michishirube.sharing.channel.Outcome;
import jp.michishirube.sharing.channel.Way;
import org.springframework.stereotype.Component;

/**
 * By LINE. The retry key goes with the first try already, so that whatever hides an answer, the same message is taken once: a repeat of one
 * that was taken is answered 409 with the id of the first request. A yes is no delivery: who has blocked the account gets one too.
 */
@Component
class LineChannel implements Channel {

    private final LineApi line;

    LineChannel(LineApi line) {
        this.line = line;
    }

    @Override
    public Way way() {
        return Way.LINE;
    }

    @Override
    public boolean takesKey() {
        return true;
    }

    @Override
    public Outcome send(Letter letter) {
        if (!line.isSetUp()) {
            return Outcome.notNow("NOT_SET_UP");
        }
        try {
            Result<PushMessageResponse> taken = line.push(letter.key(), letter.address(), letter, !letter.urgent());
            return Outcome.accepted(taken.requestId());
        } catch (MessagingApiClientException e) {
            return said(e);
        } catch (ConnectException | UnknownHostException e) {
            return Outcome.notNow("SERVER " + e.getClass().getSimpleName());
        } catch (IOException e) {
            return Outcome.unknown("LINE_BROKE " + e.getClass().getSimpleName());
        }
    }

    private static Outcome said(MessagingApiClientException e) {
        int code = e.getCode();
        String accepted = e.getHeader("x-line-accepted-request-id");
        if (code == 409 && accepted != null) {
            return Outcome.accepted(accepted);
        }
        if (code == 429) {
            return Outcome.notNow(String.valueOf(e.getError()).contains("monthly limit") ? "QUOTA" : "SERVER 429");
        }
        if (code == 401 || code == 403) {
            // The account's token is at fault, not the message.
            return Outcome.notNow("NOT_SET_UP " + code);
        }
        return code >= 500 || code == 409 ? Outcome.unknown("LINE_BROKE " + code) : Outcome.refused("BAD_ADDRESS " + code);
    }
}
