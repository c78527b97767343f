package jp.michishirube.safety.order;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.michishirube.municipality.WorkingDays;
import jp.michishirube.problem.Problem;
import jp.michishirube.safety.event.Events;
import jp.michishirube.safety.event.Hazard;
import jp.michishirube.safety.event.Mode;
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

/** 避難情報: the municipality's own orders, entered, revised, lifted and withdrawn by its staff. */
@Controller
@RequestMapping("/orders")
@PreAuthorize("hasAnyRole('REVIEWER','ROSTER_MANAGER')")
class OrdersPage {

    private static final int MOST = 50;
    private static final String NUMBER = "/{number:[0-9a-f]{8}-[0-9a-f-]{27}}";

    private final Orders orders;
    private final IssueOrder issue;
    private final CapAlert cap;
    private final Events events;

    OrdersPage(Orders orders, IssueOrder issue, CapAlert cap, Events events) {
        this.orders = orders;
        this.issue = issue;
        this.cap = cap;
        this.events = events;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("nav", "events").addAttribute("orders", orders.newest(MOST)).addAttribute("zone", WorkingDays.JAPAN).addAttribute("hazards", Hazard.values())
                .addAttribute("areas", events.knownAreas().stream().filter(a -> !a.isEmpty()).toList());
        model.asMap().putIfAbsent("form", Map.of());
        model.asMap().putIfAbsent("chosen", Set.of());
        return "safety/orders";
    }

    @PostMapping
    String issue(@RequestParam Map<String, String> form, @RequestParam(name = "areas", required = false) List<String> areas, Model model, HttpServletResponse response,
            RedirectAttributes redirect) {
        Set<String> chosen = areas == null ? Set.of() : new HashSet<>(areas);
        try {
            UUID number = issue.issue(named(Mode.values(), form.get("mode")), named(Hazard.values(), form.get("hazard")), level(form), chosen, form.getOrDefault("words", ""));
            redirect.addFlashAttribute("notice", "orders.issued");
            return "redirect:/orders/" + number;
        } catch (Problem problem) {
            model.addAttribute("problems", problem.fieldsOrThrow()).addAttribute("form", form).addAttribute("chosen", chosen);
            response.setStatus(problem.status().value());
            return list(model);
        }
    }

    @GetMapping(NUMBER)
    String show(@PathVariable String number, Model model) {
        Order order = orders.get(OrdersApi.named(number));
        // people without a 町 stand in an order for the whole municipality, and must not fall out of it by a revision
        model.addAttribute("nav", "events").addAttribute("order", order).addAttribute("zone", WorkingDays.JAPAN)
                .addAttribute("areas", events.knownAreas().stream().filter(a -> !a.isEmpty() || order.areas().contains(a)).toList());
        model.asMap().putIfAbsent("form", Map.of("words", order.words(), "level", String.valueOf(order.level())));
        model.asMap().putIfAbsent("chosen", order.areas());
        return "safety/order";
    }

    @GetMapping(NUMBER + "/cap.xml")
    ResponseEntity<byte[]> cap(@PathVariable String number) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).header("Content-Disposition", "attachment; filename=\"cap.xml\"")
                .body(cap.write(orders.get(OrdersApi.named(number))).getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping(NUMBER)
    String revise(@PathVariable String number, @RequestParam int revision, @RequestParam Map<String, String> form, @RequestParam(name = "areas", required = false) List<String> areas,
            Model model, HttpServletResponse response, RedirectAttributes redirect) {
        Set<String> chosen = areas == null ? Set.of() : new HashSet<>(areas);
        try {
            issue.revise(OrdersApi.named(number), revision, level(form), chosen, form.getOrDefault("words", ""));
            redirect.addFlashAttribute("notice", "orders.revised");
            return "redirect:/orders/" + number;
        } catch (Problem problem) {
            model.addAttribute("problems", problem.fieldsOrThrow()).addAttribute("form", form).addAttribute("chosen", chosen);
            response.setStatus(problem.status().value());
            return show(number, model);
        }
    }

    @PostMapping(NUMBER + "/end")
    String end(@PathVariable String number, @RequestParam int revision, @RequestParam(defaultValue = "false") boolean withdrawn, RedirectAttributes redirect) {
        issue.end(OrdersApi.named(number), revision, withdrawn);
        redirect.addFlashAttribute("notice", withdrawn ? "orders.withdrawn" : "orders.lifted");
        return "redirect:/orders/" + number;
    }

    private static Integer level(Map<String, String> form) {
        return form.getOrDefault("level", "").matches("[3-5]") ? Integer.valueOf(form.get("level")) : null;
    }

    private static <T extends Enum<T>> T named(T[] values, String name) {
        return Arrays.stream(values).filter(v -> v.name().equals(name)).findFirst().orElse(null);
    }
}
