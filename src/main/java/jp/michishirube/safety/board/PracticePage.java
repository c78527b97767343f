package jp.michishirube.safety.board;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.michishirube.safety.answer.Group;
import jp.michishirube.safety.answer.Said;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 練習: a board with invented people for any day, and the guide of one page. What is pressed stands in the page itself: nothing is kept, nobody
 * is told, and two who practise at once do not meet.
 */
@Controller
@RequestMapping("/events/practice")
@PreAuthorize("hasAnyRole('REVIEWER','ROSTER_MANAGER','NEIGHBOURHOOD_LEADER','WELFARE_COMMISSIONER')")
class PracticePage {

    private static final String NOTHING = "0";
    private static final List<Invented> PEOPLE = List.of(new Invented("練習 いろは", 84, "練習町1丁目1番"), new Invented("練習 にほへ", 79, "練習町1丁目2番"),
            new Invented("練習 とちり", 91, "練習町1丁目5番"), new Invented("練習 ぬるを", 68, "練習町2丁目3番"), new Invented("練習 わかよ", 88, "練習町2丁目8番"),
            new Invented("練習 たれそ", 73, "練習町2丁目9番"));

    private final GuidePaper guide;

    PracticePage(GuidePaper guide) {
        this.guide = guide;
    }

    record Invented(String name, int age, String address) {}

    /** @param said null for nothing yet */
    record Shown(int number, Invented who, Said said) {

        Part part() {
            return Part.of(Group.of(said, false), said);
        }
    }

    @GetMapping
    String show(Model model) {
        return show(NOTHING.repeat(PEOPLE.size()), model);
    }

    /**
     * @param state one digit a person: 0 for nothing yet, else what was said, in the order of the buttons
     * @param tap   {@code number-digit}; 0 takes back
     */
    @PostMapping
    String tap(@RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "") String tap, Model model) {
        String now = state.matches("[0-6]{" + PEOPLE.size() + "}") ? state : NOTHING.repeat(PEOPLE.size());
        if (tap.matches("[1-" + PEOPLE.size() + "]-[0-6]")) {
            int at = tap.charAt(0) - '1';
            now = now.substring(0, at) + tap.charAt(2) + now.substring(at + 1);
        }
        return show(now, model);
    }

    @GetMapping("/guide.pdf")
    ResponseEntity<byte[]> guide(Locale locale) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(guide.print(locale));
    }

    private static String show(String state, Model model) {
        List<Shown> shown = new ArrayList<>();
        for (int i = 0; i < PEOPLE.size(); i++) {
            int digit = state.charAt(i) - '0';
            shown.add(new Shown(i + 1, PEOPLE.get(i), digit == 0 ? null : Said.values()[digit - 1]));
        }
        Map<Part, List<Shown>> parts = new EnumMap<>(Part.class);
        shown.forEach(s -> parts.computeIfAbsent(s.part(), p -> new ArrayList<>()).add(s));
        model.addAttribute("nav", "events").addAttribute("state", state).addAttribute("parts", parts).addAttribute("said", List.of(Said.values()));
        return "safety/practice";
    }
}
