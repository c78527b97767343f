package jp.michishirube.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.server.ResponseStatusException;

/** SMS and calls as they arrived; whoever is called presses a key, or does not. What comes of it is told to the product, signed. */
@Controller
class CallPage {

    static final String SECRET = "sandbox-telephone-secret";
    private static final List<String> ENDS = List.of("NO_KEY", "BUSY", "NO_ANSWER", "MACHINE", "FAILED");

    private final TelephoneDoor telephones;
    private final LineHook hook;
    private final ObjectMapper mapper;
    private final RestClient http;
    private volatile String said = "";

    CallPage(TelephoneDoor telephones, LineHook hook, ObjectMapper mapper) {
        this.telephones = telephones;
        this.hook = hook;
        this.mapper = mapper;
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(Duration.ofSeconds(5));
        requests.setReadTimeout(Duration.ofSeconds(10));
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    @GetMapping("/telephones")
    String telephones(Model model) {
        model.addAttribute("lines", telephones.lines()).addAttribute("ends", ENDS).addAttribute("said", said);
        return "telephones";
    }

    /** @param what a key, or how else the call ends */
    @PostMapping("/telephones/{id}")
    String end(@PathVariable String id, @RequestParam String what) {
        TelephoneDoor.Line line = telephones.line(id).filter(l -> !l.reference().isEmpty() && (ENDS.contains(what) || what.matches("[0-9]")))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        boolean key = what.matches("[0-9]");
        ObjectNode told = mapper.createObjectNode().put("reference", line.reference()).put("result", key ? "KEY" : what).put("at", Instant.now().toString());
        byte[] body = (key ? told.put("key", what) : told).toString().getBytes(StandardCharsets.UTF_8);
        try {
            said = http.post().uri(hook.endpoint().replaceFirst("/hooks/line$", "/hooks/telephone")).contentType(MediaType.APPLICATION_JSON)
                    .header("X-Signature", LineHook.signature(body, SECRET)).body(body).retrieve().body(ObjectNode.class).path("say").asText();
        } catch (RestClientException e) {
            said = e.getClass().getSimpleName();
        }
        return "redirect:/telephones";
    }
}
