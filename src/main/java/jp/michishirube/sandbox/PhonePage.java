package jp.michishirube.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Somebody's telephone with LINE on it: the chat with the city, adding and blocking the account, and LINE's page of account linking. */
@Controller
class PhonePage {

    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private final LineUsers users;
    private final LinePlatform platform;
    private final LineHook hook;
    private final Settings settings;

    PhonePage(LineUsers users, LinePlatform platform, LineHook hook, Settings settings) {
        this.users = users;
        this.platform = platform;
        this.hook = hook;
        this.settings = settings;
    }

    /** A piece of a message: text, or a link that can be tapped. */
    record Part(String text, boolean link) {}

    record Shown(LineUsers.Bubble bubble, List<Part> parts) {}

    @ModelAttribute("product")
    String product() {
        return settings.product;
    }

    @GetMapping("/phone")
    String choose(Model model) {
        model.addAttribute("phones", users.all()).addAttribute("limit", platform.limit()).addAttribute("used", platform.used())
                .addAttribute("endpoint", hook.endpoint()).addAttribute("said", hook.lastSaid());
        return "phones";
    }

    @GetMapping("/phone/{id}")
    String show(@PathVariable String id, Model model) {
        LineUsers.Phone phone = phone(id);
        model.addAttribute("phone", phone).addAttribute("chat", phone.getChat().stream().map(b -> new Shown(b, parts(b.text()))).toList());
        return "phone";
    }

    @PostMapping("/phone/{id}/friend")
    String friend(@PathVariable String id) {
        LineUsers.Phone phone = phone(id);
        boolean unblocked = phone.isFriend();
        phone.befriend(true);
        hook.tell("follow", id, e -> e.putObject("follow").put("isUnblocked", unblocked));
        return "redirect:/phone/" + id;
    }

    @PostMapping("/phone/{id}/block")
    String block(@PathVariable String id) {
        phone(id).befriend(false);
        hook.tell("unfollow", id, e -> { });
        return "redirect:/phone/" + id;
    }

    @PostMapping("/phone/{id}/say")
    String say(@PathVariable String id, @RequestParam String text) {
        LineUsers.Phone phone = phone(id);
        String said = text.strip();
        if (!said.isEmpty() && said.length() <= 5000 && phone.isFriend()) {
            phone.add(false, said, false, List.of());
            hook.tell("message", id, e -> e.putObject("message").put("type", "text").put("id", String.valueOf(System.nanoTime())).put("text", said)
                    .put("quoteToken", UUID.randomUUID().toString()));
        }
        return "redirect:/phone/" + id;
    }

    /** @param data of a button below a message that this telephone has shown */
    @PostMapping("/phone/{id}/press")
    String press(@PathVariable String id, @RequestParam String data) {
        LineUsers.Button button = phone(id).getChat().stream().flatMap(b -> b.buttons().stream()).filter(b -> b.data().equals(data)).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        phone(id).add(false, button.label(), false, List.of());
        hook.tell("postback", id, e -> e.putObject("postback").put("data", data));
        return "redirect:/phone/" + id;
    }

    /** @param limit of the month; empty for none */
    @PostMapping("/phone/limit")
    String limit(@RequestParam(defaultValue = "") String limit) {
        platform.limit(limit.matches("\\d{1,9}") ? Long.valueOf(limit) : null);
        return "redirect:/phone";
    }

    /** LINE's own page at the end of account linking; whoever has the token's telephone comes here. */
    @GetMapping("/dialog/bot/accountLink")
    String link(@RequestParam String linkToken, @RequestParam String nonce, Model model) {
        boolean wellFormed = nonce.length() >= 10 && nonce.length() <= 255;
        String user = platform.linked(linkToken).orElse(null);
        boolean done = user != null && wellFormed;
        if (done) {
            hook.tell("accountLink", user, e -> e.putObject("link").put("result", "ok").put("nonce", nonce));
        }
        model.addAttribute("done", done).addAttribute("user", user);
        return "phone-linked";
    }

    private LineUsers.Phone phone(String id) {
        return users.of(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static List<Part> parts(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher m = LINK.matcher(text);
        int from = 0;
        while (m.find()) {
            parts.add(new Part(text.substring(from, m.start()), false));
            parts.add(new Part(m.group(), true));
            from = m.end();
        }
        parts.add(new Part(text.substring(from), false));
        return parts.stream().filter(p -> !p.text().isEmpty()).toList();
    }
}
