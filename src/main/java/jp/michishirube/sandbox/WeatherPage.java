package jp.michishirube.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The weather office as its forecaster sees it: publish, lift, correct, take back, for real or as a drill; and what went out. */
@Controller
class WeatherPage {

    private static final List<String> STATUSES = List.of("通常", "訓練", "試験");

    private final WeatherOffice office;
    private final Settings settings;

    WeatherPage(WeatherOffice office, Settings settings) {
        this.office = office;
        this.settings = settings;
    }

    @ModelAttribute("product")
    String product() {
        return settings.product;
    }

    @GetMapping("/weather")
    String show(Model model) {
        model.addAttribute("rivers", WeatherRivers.all()).addAttribute("statuses", STATUSES).addAttribute("published", office.all());
        return "weather";
    }

    /**
     * @param act    issue, lift, correct or withdraw
     * @param lower  the river's lower station is one level below
     * @param bare   a first word that says nothing of where
     * @param late   minutes for which it was held up
     */
    @PostMapping("/weather")
    String publish(@RequestParam String river, @RequestParam String status, @RequestParam int level, @RequestParam String act, @RequestParam(defaultValue = "false") boolean lower,
            @RequestParam(defaultValue = "false") boolean bare, @RequestParam(defaultValue = "0") int late, RedirectAttributes redirect) {
        WeatherRivers.River of = WeatherRivers.of(river).filter(r -> STATUSES.contains(status) && level >= 2 && level <= 5 && late >= 0 && late <= 1440)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        int below = lower ? level - 1 : level;
        Optional<WeatherOffice.Published> done = switch (act) {
            case "issue" -> Optional.of(office.issue(of, status, level, below, !bare, Duration.ofMinutes(late)));
            case "lift" -> Optional.of(office.issue(of, status, 0, 0, true, Duration.ofMinutes(late)));
            case "correct" -> office.correct(of, status, level, below);
            case "withdraw" -> office.withdraw(of, status);
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        };
        redirect.addFlashAttribute("notice", done.isPresent() ? "weather.sent" : "weather.nothing");
        return "redirect:/weather";
    }

    @PostMapping("/weather/{id}/again")
    String again(@PathVariable String id, RedirectAttributes redirect) {
        office.repeat(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        redirect.addFlashAttribute("notice", "weather.again");
        return "redirect:/weather";
    }
}
