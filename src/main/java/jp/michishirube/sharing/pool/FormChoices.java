package jp.michishirube.sharing.pool;

import java.util.Arrays;
import java.util.List;
import org.springframework.ui.Model;

/** What the form of an entry offers to choose from. */
final class FormChoices {

    private FormChoices() {}

    static void into(Model model) {
        model.addAttribute("parties", names(Volunteer.Party.values())).addAttribute("sources", names(Volunteer.Source.values()))
                .addAttribute("allTimes", names(TimeOfDay.values())).addAttribute("languages", List.of("ja", "easy", "en"));
    }

    private static List<String> names(Enum<?>[] all) {
        return Arrays.stream(all).map(Enum::name).toList();
    }
}
