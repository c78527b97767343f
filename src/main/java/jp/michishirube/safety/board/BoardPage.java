package jp.michishirube.safety.board;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import jp.michishirube.municipality.WorkingDays;
import jp.michishirube.problem.Problem;
import jp.michishirube.safety.answer.Given;
import jp.michishirube.safety.answer.GiveAnswer;
import jp.michishirube.safety.answer.Said;
import jp.michishirube.safety.answer.UndoAnswer;
import jp.michishirube.safety.event.Asked;
import jp.michishirube.safety.event.DisasterEvent;
import jp.michishirube.safety.event.Events;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The board: the tally on top, who has not answered first, one tap on behalf of somebody, and the same as a list on paper. */
@Controller
@RequestMapping("/events/{id:\\d{1,18}}/board")
@PreAuthorize("hasAnyRole('REVIEWER','ROSTER_MANAGER','NEIGHBOURHOOD_LEADER','WELFARE_COMMISSIONER')")
class BoardPage {

    private static final int KEY_LENGTH = 64;

    private final Events events;
    private final Desks desks;
    private final ReadBoard boards;
    private final Asked asked;
    private final GiveAnswer give;
    private final UndoAnswer undo;
    private final PaperList paper;

    BoardPage(Events events, Desks desks, ReadBoard boards, Asked asked, GiveAnswer give, UndoAnswer undo, PaperList paper) {
        this.events = events;
        this.desks = desks;
        this.boards = boards;
        this.asked = asked;
        this.give = give;
        this.undo = undo;
        this.paper = paper;
    }

    @GetMapping
    String show(@PathVariable long id, @RequestParam(required = false) String area, Model model) {
        DisasterEvent event = events.get(id);
        Desk desk = desks.at(event, area);
        Board board = boards.read(event, desk, "safety-board");
        model.addAttribute("nav", "events").addAttribute("event", event).addAttribute("desk", desk).addAttribute("area", area == null || area.isEmpty() ? null : area)
                .addAttribute("board", board).addAttribute("said", List.of(Said.values()))
                .addAttribute("asOf", DateTimeFormatter.ofPattern("H:mm").format(board.asOf().atZone(WorkingDays.JAPAN)))
                .addAttribute("zone", WorkingDays.JAPAN).addAttribute("key", UUID.randomUUID().toString());
        return "safety/board";
    }

    @GetMapping("/list.pdf")
    ResponseEntity<byte[]> list(@PathVariable long id, @RequestParam(required = false) String area, Locale locale) {
        DisasterEvent event = events.get(id);
        Desk desk = desks.at(event, area);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).cacheControl(CacheControl.noStore())
                .body(paper.print(event, desk, boards.read(event, desk, "safety-paper"), locale));
    }

    /** @param met the reader has met the person: only so does an association end a call for help */
    @PostMapping("/{number:\\d{1,6}}")
    String answer(@PathVariable long id, @PathVariable int number, @RequestParam(required = false) String area, @RequestParam Said said,
            @RequestParam String key, @RequestParam(defaultValue = "false") boolean met, RedirectAttributes redirect) {
        Desk desk = desks.at(events.get(id), area);
        Asked.Person person = person(events.get(id), desk, number);
        if (key.isBlank() || key.length() > KEY_LENGTH) {
            throw Problem.badRequest("answer-unreadable");
        }
        GiveAnswer.Taken taken = give.give(person, new Given(desk.sender(), key + " " + number, said, desk.voice(), Given.Channel.BOARD, met, null));
        redirect.addFlashAttribute(taken.present().disputed() ? "warning" : "notice", taken.present().disputed() ? "safety.board.disputed" : "safety.board.saved");
        return back(id, area, number);
    }

    @PostMapping("/{number:\\d{1,6}}/undo")
    String undo(@PathVariable long id, @PathVariable int number, @RequestParam(required = false) String area, RedirectAttributes redirect) {
        Desk desk = desks.at(events.get(id), area);
        undo.undo(person(events.get(id), desk, number), desk.sender());
        redirect.addFlashAttribute("notice", "safety.board.undone");
        return back(id, area, number);
    }

    /** Somebody whom the reader may not know answers like a number that nobody has. */
    private Asked.Person person(DisasterEvent event, Desk desk, int number) {
        return boards.numbered(event, desk, Set.of(number)).stream().findFirst().flatMap(r -> asked.find(r.askedId()))
                .orElseThrow(() -> Problem.notFound("asked-not-found"));
    }

    /** The random word makes browsers go to the row again where the address is the one that they show. */
    private static String back(long id, String area, int number) {
        String query = area == null || area.isEmpty() ? "" : "&area=" + java.net.URLEncoder.encode(area, java.nio.charset.StandardCharsets.UTF_8);
        return "redirect:/events/" + id + "/board?at=" + ThreadLocalRandom.current().nextInt(1_000_000) + query + "#p-" + number;
    }
}
