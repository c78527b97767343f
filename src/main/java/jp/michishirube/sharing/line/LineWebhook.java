package jp.michishirube.sharing.line;

import com.linecorp.bot.parser.LineSignatureValidator;
import com.linecorp.bot.parser.WebhookParseException;
import com.linecorp.bot.parser.WebhookParser;
import com.linecorp.bot.webhook.model.CallbackRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where LINE tells what its users did. The signature is over the bytes as they came and is looked at before anything is read from them;
 * events are written down and answered at once, and worked on later.
 */
@RestController
@PreAuthorize("permitAll()")
class LineWebhook {

    private static final Logger LOG = LoggerFactory.getLogger(LineWebhook.class);
    private static final int MOST_BYTES = 1 << 20;

    private final LineSettings settings;
    private final LineEvents events;

    LineWebhook(LineSettings settings, LineEvents events) {
        this.settings = settings;
        this.events = events;
    }

    /** @return 200; 401 for a wrong signature, 400 for what is no webhook, 413 beyond 1 MB, 404 where LINE is not set up */
    @PostMapping("/hooks/line")
    ResponseEntity<Void> take(HttpServletRequest request) throws IOException {
        if (!settings.isSetUp()) {
            return ResponseEntity.notFound().build();
        }
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            return ResponseEntity.status(HttpStatus.PAYLOAD_TOO_LARGE).build();
        }
        LineSignatureValidator signatures = new LineSignatureValidator(settings.secret.getBytes(StandardCharsets.UTF_8));
        String signature = request.getHeader(WebhookParser.SIGNATURE_HEADER_NAME);
        if (!signed(signatures, body, signature)) {
            LOG.warn("a webhook with a wrong signature was refused");
            events.forged();
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        try {
            CallbackRequest call = new WebhookParser(signatures).handle(signature, body);
            events.keep(call.events());
            return ResponseEntity.ok().build();
        } catch (WebhookParseException | IOException e) {
            LOG.warn("a signed webhook cannot be read: {}", e.getClass().getSimpleName());
            return ResponseEntity.badRequest().build();
        }
    }

    /** The library throws for what is no Base64. */
    private static boolean signed(LineSignatureValidator signatures, byte[] body, String signature) {
        try {
            return signature != null && signatures.validateSignature(body, signature);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
