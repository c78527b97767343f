package jp.michishirube.safety.order;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import jp.michishirube.safety.event.Hazard;
import jp.michishirube.safety.event.Mode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The municipality's own orders, for other systems. */
@RestController
@RequestMapping("/api/v1/evacuation-orders")
@PreAuthorize("hasAuthority('SCOPE_warnings:read')")
@Tag(name = "warnings")
class OrdersApi {

    private static final int MOST = 200;

    private final Orders orders;
    private final CapAlert cap;
    private final WhoAmI who;

    OrdersApi(Orders orders, CapAlert cap, WhoAmI who) {
        this.orders = orders;
        this.cap = cap;
        this.who = who;
    }

    /**
     * @param number   stays over all revisions
     * @param act      of the newest revision: ISSUED, REVISED, LIFTED (the danger is over) or WITHDRAWN (it should not have been issued; no all-clear)
     * @param level    3 高齢者等避難, 4 避難指示, 5 緊急安全確保; null when lifted or withdrawn
     * @param issuedAt first; {@code at} is the newest revision's
     */
    record Told(UUID number, int revision, Mode mode, Hazard hazard, Order.Act act, Integer level, List<String> areas, String words, Instant issuedAt, Instant at) {

        static Told of(Order o) {
            return new Told(o.number(), o.revision(), o.mode(), o.hazard(), o.act(), o.level(), o.namedAreas(), o.words(), o.first(), o.at());
        }
    }

    record All(List<Told> orders) {}

    @GetMapping
    @Operation(summary = "The municipality's orders, those in force first")
    All all() {
        who.reading(Role.REVIEWER, Role.ROSTER_MANAGER);
        return new All(orders.newest(MOST).stream().map(Told::of).toList());
    }

    @GetMapping("/{number}")
    @Operation(summary = "One order as its newest revision says")
    Told one(@PathVariable String number) {
        who.reading(Role.REVIEWER, Role.ROSTER_MANAGER);
        return Told.of(orders.get(named(number)));
    }

    @GetMapping("/{number}/cap")
    @Operation(summary = "The same in the Common Alerting Protocol 1.2")
    ResponseEntity<byte[]> cap(@PathVariable String number) {
        who.reading(Role.REVIEWER, Role.ROSTER_MANAGER);
        return ResponseEntity.ok().contentType(new MediaType("application", "cap+xml", StandardCharsets.UTF_8)).body(cap.write(orders.get(named(number))).getBytes(StandardCharsets.UTF_8));
    }

    static UUID named(String number) {
        if (!number.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw Problem.notFound("order-not-found");
        }
        return UUID.fromString(number);
    }
}
