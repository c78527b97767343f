package jp.michishirube.linkage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.consent.rule.Answer;
import jp.michishirube.consent.rule.MayQuestion;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.consent.rule.Purpose;
import jp.michishirube.outside.Outside;
import jp.michishirube.outside.OutsideFailure;
import jp.michishirube.plan.draft.HomeTold;
import jp.michishirube.plan.draft.OfferFacts;
import jp.michishirube.plan.form.Holder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fetches what the linked systems know of a resident and offers it to the plan, under the consent of step 1 (取得します): a holder whom
 * the resident has not agreed to is not asked. All are asked at once, and each fails on its own: the case goes on with what came.
 */
@Component
public class CollectLinkedFacts {

    private static final Logger log = LoggerFactory.getLogger(CollectLinkedFacts.class);

    private final List<FactSource> sources;
    private final MayQuestion consent;
    private final OfferFacts offer;
    private final Fetches fetches;
    private final CaseFiles cases;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ExecutorService parallel = Executors.newFixedThreadPool(8, task -> {
        Thread thread = new Thread(task, "linkage");
        thread.setDaemon(true);
        return thread;
    });

    CollectLinkedFacts(List<FactSource> sources, MayQuestion consent, OfferFacts offer, Fetches fetches, CaseFiles cases,
            Timeline timeline, ApplicationEventPublisher events, Clock clock, TransactionTemplate transaction) {
        this.sources = sources;
        this.consent = consent;
        this.offer = offer;
        this.fetches = fetches;
        this.cases = cases;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Asks every holder. Doing it twice renews what nobody touched and harms nothing.
     *
     * @return the holders that did not answer and may be asked again
     */
    public Set<Holder> collect(CaseId caseId) {
        return ask(caseId, sources, Outside.Patience.CAREFUL);
    }

    /** The holders that did not answer last time. */
    public Set<Holder> failedHolders(CaseId caseId) {
        EnumSet<Holder> failed = EnumSet.noneOf(Holder.class);
        fetches.of(caseId).stream().filter(r -> r.status() == FetchResult.Status.FAILED).forEach(r -> failed.add(r.holder()));
        return failed;
    }

    /**
     * A person's own "try again": asked even while the holder is left alone by background work.
     *
     * @return whether the holder answered
     */
    public boolean retry(CaseId caseId, Holder holder) {
        return !ask(caseId, sources.stream().filter(s -> s.holder() == holder).toList(), Outside.Patience.INSIST).contains(holder);
    }

    /** How each holder answered last; empty before the first try. */
    public List<FetchResult> results(CaseId caseId) {
        return fetches.of(caseId);
    }

    /**
     * First the holders are asked, then what they said is kept in one transaction. No connection of ours waits for the outside world when
     * a person asks; an engine's job holds its own all the while, at most one for each of its few threads.
     */
    private Set<Holder> ask(CaseId caseId, Collection<FactSource> asked, Outside.Patience patience) {
        CaseFile file = cases.get(caseId);
        Map<FactSource, CompletableFuture<Optional<FactSource.Fetched>>> said = new LinkedHashMap<>();
        for (FactSource source : asked) {
            if (may(file, source).allowed()) {
                said.put(source, file.resident().cityOsId() == null ? CompletableFuture.completedFuture(Optional.empty())
                        : CompletableFuture.supplyAsync(() -> source.fetch(file.resident(), patience), parallel));
            }
        }
        CompletableFuture.allOf(said.values().toArray(CompletableFuture[]::new)).exceptionally(failedAlone -> null).join();
        return transaction.execute(tx -> keep(file, asked, said));
    }

    /**
     * The consent is asked for again: it may have been taken back while the holders were thinking. The case is held first, so that a
     * withdrawal comes before the question or finds what was kept.
     */
    private Set<Holder> keep(CaseFile file, Collection<FactSource> asked,
            Map<FactSource, CompletableFuture<Optional<FactSource.Fetched>>> said) {
        cases.hold(file.id());
        List<FetchResult> results = new ArrayList<>();
        for (FactSource source : asked) {
            result(file, source, may(file, source), said.get(source)).ifPresent(results::add);
        }
        results.forEach(r -> fetches.put(file.id(), r));
        return told(file.id(), results);
    }

    private Answer may(CaseFile file, FactSource source) {
        Party reader = file.office() == null ? Party.of(Party.Kind.MUNICIPALITY) : Party.of(Party.Kind.OFFICE, file.office());
        return consent.may(reader, source.links(), file.resident().id(), Purpose.PLAN_MAKING, clock.instant());
    }

    private Optional<FetchResult> result(CaseFile file, FactSource source, Answer answer,
            CompletableFuture<Optional<FactSource.Fetched>> said) {
        Holder holder = source.holder();
        if (!answer.allowed() || said == null) {
            offer.notAgreed(file.id(), holder);
            return Optional.of(of(holder, FetchResult.Status.NOT_AGREED, answer.ground().name()));
        }
        try {
            return Optional.of(offered(file, holder, answer, said.join()));
        } catch (CompletionException e) {
            if (e.getCause() instanceof OutsideFailure f && f.reason() == OutsideFailure.Reason.NOT_SET_UP) {
                return Optional.empty();
            }
            String reason = e.getCause() instanceof OutsideFailure f ? f.reason().name() : OutsideFailure.Reason.NONSENSE.name();
            log.warn("case {}: {} gave no facts: {}", file.number(), holder, reason);
            offer.notFetched(file.id(), holder);
            return Optional.of(of(holder, FetchResult.Status.FAILED, reason));
        }
    }

    private FetchResult offered(CaseFile file, Holder holder, Answer answer, Optional<FactSource.Fetched> fetched) {
        if (fetched.isEmpty()) {
            // Said to the plan too, or a failure of before would stay on the page.
            offer.offer(file.id(), holder, null, answer.recordId(), JsonNodeFactory.instance.objectNode());
            return of(holder, FetchResult.Status.NOTHING, null);
        }
        // The holder may tell more than the resident agreed to: what was not agreed goes no further.
        ObjectNode facts = fetched.get().facts().deepCopy().retain(answer.fields());
        offer.offer(file.id(), holder, fetched.get().asOf(), answer.recordId(), facts);
        JsonNode home = fetched.get().home();
        if (home != null && answer.fields().contains("cityos.address")) {
            events.publishEvent(new HomeTold(file.resident().id(), home.path("lat").asDouble(), home.path("lon").asDouble()));
        }
        return new FetchResult(holder, facts.isEmpty() ? FetchResult.Status.NOTHING : FetchResult.Status.FETCHED, null, facts.size(),
                fetched.get().asOf(), answer.recordId(), clock.instant());
    }

    private FetchResult of(Holder holder, FetchResult.Status status, String reason) {
        return new FetchResult(holder, status, reason, 0, null, null, clock.instant());
    }

    private Set<Holder> told(CaseId caseId, List<FetchResult> results) {
        EnumSet<Holder> failed = EnumSet.noneOf(Holder.class);
        results.stream().filter(r -> r.status() == FetchResult.Status.FAILED).forEach(r -> failed.add(r.holder()));
        long fetched = results.stream().filter(r -> r.status() == FetchResult.Status.FETCHED).count();
        timeline.append(caseId, failed.isEmpty() ? "facts-fetched" : "facts-partly-fetched",
                Map.of("fetched", String.valueOf(fetched), "failed", String.valueOf(failed.size())));
        return failed;
    }

    @PreDestroy
    void stop() {
        parallel.shutdownNow();
    }
}
