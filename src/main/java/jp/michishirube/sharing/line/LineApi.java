package jp.michishirube.sharing.line;

import com.linecorp.bot.client.base.Result;
import com.linecorp.bot.messaging.client.MessagingApiClient;
import com.linecorp.bot.messaging.model.Action;
import com.linecorp.bot.messaging.model.ButtonsTemplate;
import com.linecorp.bot.messaging.model.Message;
import com.linecorp.bot.messaging.model.MessageQuotaResponse;
import com.linecorp.bot.messaging.model.PostbackAction;
import com.linecorp.bot.messaging.model.PushMessageRequest;
import com.linecorp.bot.messaging.model.PushMessageResponse;
import com.linecorp.bot.messaging.model.ReplyMessageRequest;
import com.linecorp.bot.messaging.model.TemplateMessage;
import com.linecorp.bot.messaging.model.TextMessage;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.michishirube.sharing.channel.Letter;
import org.springframework.stereotype.Component;

/** LINE's own client, set so that it logs nothing: as it comes, it writes whole messages and the token's header into the log. */
@Component
class LineApi {

    /** As many as the outbox sends at once, and a few for the rest. */
    private static final int AT_ONCE = 12;

    private final LineSettings settings;
    private final MessagingApiClient client;

    LineApi(LineSettings settings) {
        this.settings = settings;
        this.client = settings.isSetUp() ? MessagingApiClient.builder(settings.token).apiEndPoint(URI.create(settings.api)).usingDefaultLogger(false)
                .connectTimeout(settings.connect).readTimeout(settings.read).writeTimeout(settings.read).maxRequests(AT_ONCE).maxRequestsPerHost(AT_ONCE)
                .build() : null;
    }

    boolean isSetUp() {
        return client != null;
    }

    /** @param silent does not ring */
    Result<PushMessageResponse> push(UUID key, String user, Letter letter, boolean silent) throws IOException {
        List<Message> messages = new ArrayList<>(List.of(new TextMessage(letter.brief())));
        if (!letter.choices().isEmpty()) {
            // Below a picture or a text of its own: quick replies would be gone with the next message.
            List<Action> buttons = letter.choices().stream().<Action>map(c -> new PostbackAction(c.key() + " " + c.label(), c.data(), c.label(), null, null, null)).toList();
            messages.add(new TemplateMessage(letter.subject(), new ButtonsTemplate(null, null, null, null, null, letter.subject(), null, buttons)));
        }
        return answer(client.pushMessage(key, new PushMessageRequest(user, messages, silent, null)));
    }

    /** For a link to our page of linking: ten minutes, once. */
    String linkToken(String user) throws IOException {
        return answer(client.issueLinkToken(user)).body().linkToken();
    }

    void reply(String replyToken, String text) throws IOException {
        answer(client.replyMessage(new ReplyMessageRequest(replyToken, List.of(new TextMessage(text)), true)));
    }

    MessageQuotaResponse quota() throws IOException {
        return answer(client.getMessageQuota()).body();
    }

    long used() throws IOException {
        return answer(client.getMessageQuotaConsumption()).body().totalUsage();
    }

    /** @throws IOException of the client: of LINE's own kind where LINE said no, else of the network */
    private <T> T answer(CompletableFuture<T> call) throws IOException {
        try {
            return call.get(settings.connect.plus(settings.read.multipliedBy(3)).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (TimeoutException e) {
            call.cancel(true);
            throw new java.io.InterruptedIOException("timeout");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException("stopped");
        }
    }
}
