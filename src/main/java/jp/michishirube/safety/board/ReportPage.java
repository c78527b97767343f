package jp.michishirube.safety.board;

import java.util.Locale;
import jp.michishirube.safety.event.DisasterEvent;
import jp.michishirube.safety.event.Events;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The report of an event: figures while it goes on, and what is filed when it is over. */
@Controller
@RequestMapping("/events/{id:\\d{1,18}}/report")
@PreAuthorize("hasAnyRole('REVIEWER','ROSTER_MANAGER')")
class ReportPage {

    private final Events events;
    private final ReportPaper paper;

    ReportPage(Events events, ReportPaper paper) {
        this.events = events;
        this.paper = paper;
    }

    @GetMapping
    String show(@PathVariable long id, Locale locale, Model model) {
        DisasterEvent event = events.get(id);
        model.addAttribute("nav", "events").addAttribute("event", event).addAttribute("parts", paper.parts(event, locale));
        return "safety/report";
    }

    @GetMapping("/report.pdf")
    ResponseEntity<byte[]> print(@PathVariable long id, Locale locale) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(paper.print(events.get(id), locale));
    }
}
