package jp.michishirube.sandbox;

import java.util.Arrays;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The sandbox as a person sees it: what each outside party received, and the switches that make a service misbehave. */
@Controller
class Pages {

    private static final List<String> PURPOSES = List.of("PLAN_MAKING", "PLAN_GIVING", "PEACETIME_SHARING", "CITIZEN_FUNCTIONS");
    private static final List<String> STATES = List.of("GIVEN", "REFUSED", "WITHDRAWN");

    private final Received received;
    private final CareCircle careCircle;
    private final Mailbox mailbox;
    private final Switches switches;
    private final World world;
    private final Accounts accounts;
    private final ConsentHandOver handOver;
    private final Settings settings;

    Pages(Received received, CareCircle careCircle, Mailbox mailbox, Switches switches, World world, Accounts accounts,
            ConsentHandOver handOver, Settings settings) {
        this.received = received;
        this.careCircle = careCircle;
        this.mailbox = mailbox;
        this.switches = switches;
        this.world = world;
        this.accounts = accounts;
        this.handOver = handOver;
        this.settings = settings;
    }

    /** One service and how it behaves now. */
    record Row(String service, String mode) {}

    @ModelAttribute("product")
    String product() {
        return settings.product;
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("lines", received.all());
        model.addAttribute("plans", careCircle.plans());
        model.addAttribute("services", Arrays.stream(Switches.Service.values())
                .map(s -> new Row(s.name(), switches.of(s).name())).toList());
        model.addAttribute("modes", Switches.Mode.values());
        return "home";
    }

    @PostMapping("/switches")
    String turn(@RequestParam Switches.Service service, @RequestParam Switches.Mode mode) {
        switches.turn(service, mode);
        if (service == Switches.Service.MAIL) {
            mailbox.listen(mode != Switches.Mode.DOWN);
        }
        return "redirect:/";
    }

    @GetMapping("/plans/{key}")
    String plan(@PathVariable String key, Model model) {
        CareCircle.Plan plan = careCircle.plan(key);
        model.addAttribute("plan", plan);
        model.addAttribute("sections", plan == null ? List.of() : plan.sections());
        return "plan";
    }

    @GetMapping("/plans/{key}/plan.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String key) {
        CareCircle.Plan plan = careCircle.plan(key);
        return plan == null ? ResponseEntity.notFound().build()
                : ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).header("Cache-Control", "no-store").body(plan.pdf());
    }

    @GetMapping("/mail")
    String mail(Model model) {
        model.addAttribute("mails", mailbox.mails());
        return "mail";
    }

    @GetMapping("/cityos")
    String cityOs(Model model) {
        model.addAttribute("residents", world.residents());
        model.addAttribute("purposes", PURPOSES);
        model.addAttribute("states", STATES);
        model.addAttribute("lines", received.all().stream()
                .filter(l -> l.kind() == Received.Kind.CONSENT_SENT || l.kind() == Received.Kind.CONSENT_NOT_SENT).toList());
        return "cityos";
    }

    @PostMapping("/cityos/consents")
    String consent(@RequestParam String resident, @RequestParam String purpose, @RequestParam String state,
            RedirectAttributes redirect) {
        boolean sent = PURPOSES.contains(purpose) && STATES.contains(state) && world.resident(resident).isPresent()
                && handOver.send(resident, purpose, state);
        redirect.addFlashAttribute("notice", sent ? "cityos.sent" : "cityos.not-sent");
        return "redirect:/cityos";
    }

    @GetMapping("/login")
    String login(Model model) {
        model.addAttribute("accounts", accounts.all());
        model.addAttribute("shapes", accounts.shapes().all());
        return "login";
    }
}
