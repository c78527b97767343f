package jp.michishirube.safety.warning;

import java.util.List;
import jp.michishirube.municipality.WorkingDays;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** 気象の警報: what is in force here, since when, by whom; what came last, what was not read, and whether the source answers. */
@Controller
@RequestMapping("/warnings")
@PreAuthorize("hasAnyRole('REVIEWER','ROSTER_MANAGER','PROCESS_ADMIN')")
class WarningsPage {

    private static final int LAST = 30;

    private final RiverStates states;
    private final Telegrams telegrams;
    private final FeedReadings readings;
    private final WeatherOffice office;

    WarningsPage(RiverStates states, Telegrams telegrams, FeedReadings readings, WeatherOffice office) {
        this.states = states;
        this.telegrams = telegrams;
        this.readings = readings;
        this.office = office;
    }

    /** @param last the issue that counts; null where all were withdrawn */
    record Row(RiverState state, KeptTelegram last) {}

    @GetMapping
    String show(Model model) {
        List<Row> rows = states.ours().stream().map(s -> new Row(s, s.telegram() == null ? null : telegrams.find(s.telegram()).orElse(null))).toList();
        model.addAttribute("nav", "events").addAttribute("rows", rows).addAttribute("telegrams", telegrams.newest(LAST)).addAttribute("refused", readings.refused(LAST))
                .addAttribute("source", readings.of(office.feed()).orElse(null)).addAttribute("setUp", office.isSetUp()).addAttribute("zone", WorkingDays.JAPAN);
        return "safety/warnings";
    }
}
